"""Labels and receipts: layout and bytes are pure, transports and the spooler are not."""
