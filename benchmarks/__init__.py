"""Speed, always as a ratio to a named floor measured in the same run: `./counter bench [NAME...] [--json FILE]`."""
