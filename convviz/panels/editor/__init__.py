"""The list of layers and the form of the selected one."""
