#!/bin/sh
# Makes the binary fixtures of this folder from their sources beside them. It
# needs LibreOffice, Chromium, Pandoc, Python and ffmpeg; the tests need only what it made.
set -eu
cd "$(dirname "$0")"
print() { chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer --print-to-pdf="$2" "file://$PWD/$1" >/dev/null 2>&1; }
captions() { ffmpeg -y -loglevel error -i "$1" "$2"; }
office() { soffice --headless --convert-to "$1" --outdir "$2" "$3" >/dev/null 2>&1; }

print complaint.src.html complaint.pdf
print scan.src.html scan.pdf
office docx . memo.fodt
office odt . memo.fodt
for format in odt:writer8 'rtf:Rich Text Format'; do
	soffice --headless --writer --infilter='HTML (StarWriter)' --convert-to "$format" --outdir . scripts.src.html >/dev/null 2>&1
	mv "scripts.src.${format%%:*}" "scripts.${format%%:*}"
done
office rtf . memo.fodt
office html . memo.fodt && mv memo.html memo.libreoffice.html
office pdf . memo.fodt
mkdir -p locked
office 'pdf:writer_pdf_Export:{"EncryptFile":{"type":"boolean","value":"true"},"DocumentOpenPassword":{"type":"string","value":"northwind"}}' locked memo.fodt
mv locked/memo.pdf locked.pdf && rmdir locked
pandoc -f markdown -t docx -o draft.docx draft.md
pandoc -f markdown -t odt -o draft.odt draft.md
pandoc -f markdown -t rtf -s -o draft.rtf draft.md
python3 make-eml.py > release.eml
captions talk.src.ass talk.srt
captions talk.src.ass talk.vtt
pandoc -f markdown -t html -s -o draft.pandoc.html draft.md
