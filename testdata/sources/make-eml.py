"""Prints an e-mail with attachments, as Python's own library writes it."""

import sys
from email.message import EmailMessage
from email.policy import SMTP

inner = EmailMessage(policy=SMTP)
inner["From"] = "Ida Berg <ida@lumen.example>"
inner["To"] = "per@northwind.example"
inner["Date"] = "Mon, 02 Feb 2026 18:05:00 +0100"
inner["Subject"] = "Samtykke"
inner.set_content("Jeg har ikke gitt samtykke. Prisen på 2,5 milliarder er for lav.\n", charset="iso-8859-1", cte="quoted-printable")

m = EmailMessage(policy=SMTP)
m["From"] = "Per Dål <per@northwind.example>"
m["To"] = "Dana Scott <dana@ledger.example>, desk@ledger.example"
m["Cc"] = "press@northwind.example"
m["Date"] = "Tue, 03 Mar 2026 09:30:00 +0100"
m["Subject"] = "Northwind kjøper en tredel av Lumen Labs"
m["Message-ID"] = "<1@northwind.example>"
m.set_content("Dear Dana,\n\nWe will pay $2.5 billion – no more – for 33 % of Lumen Labs. The agreement is attached, with a table of the stakes we hold and have held since 2019.\n\nPer\n", cte="quoted-printable")
m.add_alternative("<html><body><p>Dear Dana,</p><p>We will pay <b>$2.5 billion</b> – no more – for 33 % of Lumen Labs. See <a href='https://northwind.example/deal'>the release</a>.</p></body></html>", subtype="html")
m.add_attachment("Year,Stake\n2025,12 %\n2026,\"33 %, later 40 %\"\n", subtype="csv", filename="stakes.csv")
with open("memo.docx", "rb") as f:
    m.add_attachment(f.read(), maintype="application", subtype="vnd.openxmlformats-officedocument.wordprocessingml.document", filename="Notat om avtalen – styret.docx")
m.add_attachment(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", maintype="image", subtype="png", filename="chart.png")
m.add_attachment(inner)
m.set_boundary("mixed-1")
next(p for p in m.walk() if p.get_content_type() == "multipart/alternative").set_boundary("alternative-1")
sys.stdout.buffer.write(m.as_bytes())
