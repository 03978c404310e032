"""Fonts, icons, theme tokens, translations and sounds that ship with the program."""
