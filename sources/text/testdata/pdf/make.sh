#!/bin/sh
# Makes the PDFs of this folder from their sources beside them, each by another
# producer. It needs pdflatex, groff, qpdf and ReportLab (Debian:
# texlive-latex-recommended, groff, qpdf, python3-reportlab); the tests need
# only what it made.
set -eu
cd "$(dirname "$0")"
pdflatex -interaction=batchmode ferry.tex >/dev/null
pdflatex -interaction=batchmode ferry.tex >/dev/null
rm -f ferry.aux ferry.log ferry.out
groff -ms -Tpdf fair.ms >fair.pdf
/usr/bin/python3 made.py
