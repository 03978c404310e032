"""A whole store to try: its centre, its customers, two months of history, simulated devices, one business day."""
