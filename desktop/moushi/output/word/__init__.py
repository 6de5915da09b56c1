"""Compiled articles as Word files."""

from moushi.output.word.article import article_docx as article_docx
