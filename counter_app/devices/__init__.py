"""Scanners, scales and cameras: adapters, their simulators, and the supervisor."""
