"""What the demo says of itself."""

BANNER = "Demo: invented customers, simulated devices, a centre inside this program. Nothing leaves this computer."
