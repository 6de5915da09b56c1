"""What happens to a chamber's workbook between going out and coming back: named kinds of damage.

Each is a function from the bytes of a good workbook to those of the damaged one. `HARMLESS` ones leave every
cell's value to be read as it was; what else happens is a finding. The workbook is one of all the forms of
`tests.return_forms`, filled in or not.
"""

from __future__ import annotations

from tests.intake import damaged_cells, damaged_columns, damaged_rows, damaged_sheets
from tests.intake.damage_tools import HARMFUL, HARMLESS, Damage

__all__ = ["ALL", "HARMFUL", "HARMLESS", "damaged_cells", "damaged_columns", "damaged_rows", "damaged_sheets"]

ALL: dict[str, Damage] = HARMLESS | HARMFUL
"""Every kind of damage by its name."""
