"""Moushi 谋实: plans, chambers and newspaper articles of county federations of industry and commerce."""

__version__ = "0.1.0"
