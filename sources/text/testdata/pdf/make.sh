#!/bin/sh
# Makes the PDFs of this folder from their sources beside them, each by another
# producer. It needs pdflatex, groff, Poppler, qpdf and ReportLab (Debian:
# texlive-latex-recommended, groff, poppler-utils, qpdf, python3-reportlab with
# python3-pil); the tests need only what it made.
set -eu
export SOURCE_DATE_EPOCH=1767225600 # so that making them again changes nothing
cd "$(dirname "$0")"
pdflatex -interaction=batchmode ferry.tex >/dev/null
pdflatex -interaction=batchmode ferry.tex >/dev/null
rm -f ferry.aux ferry.log ferry.out
groff -ms -Tpdf fair.ms >fair.pdf
pdflatex -interaction=batchmode scan.tex >/dev/null
pdftoppm -r 110 -gray -singlefile -jpeg -jpegopt quality=40 scan.pdf scan
python3 made.py
rm -f scan.aux scan.log scan.jpg
qpdf --encrypt "" owner 256 -- fair.pdf fair.locked.pdf
