"""Compiled documents as Excel files."""

from moushi.output.excel.workbook import progress_xlsx as progress_xlsx
