"""Makes annotated, rotated and crossed pages with ReportLab."""

from reportlab.lib.pagesizes import A5
from reportlab.pdfbase.pdfdoc import PDFString
from reportlab.pdfgen import canvas

LINE = 14
WIDTH, HEIGHT = A5


def begin(name, size=A5):
    page = canvas.Canvas(name, pagesize=size, invariant=1)
    page.setFont("Helvetica", 10)
    return page


def lines(page, x, y, words):
    for i, line in enumerate(words):
        page.drawString(x, y - i * LINE, line)


def notes():
    page = begin("notes.pdf")
    lines(page, 50, 500, [
        "The harbour master signed the permit on 3 May.",
        "The permit is in the public register, and",
        "the register is kept by the council.",
    ])
    width = page.stringWidth("The permit is in the ", "Helvetica", 10)
    end = width + page.stringWidth("public register", "Helvetica", 10)
    page.linkURL("https://register.example/permits/12", (50 + width, 500 - LINE - 2, 50 + end, 500 - LINE + 9))
    page.linkURL("https://council.example/", (50, 500 - 2 * LINE - 2, 50 + page.stringWidth("the register", "Helvetica", 10), 500 - 2 * LINE + 9))
    width = page.stringWidth("The harbour master ", "Helvetica", 10)
    end = width + page.stringWidth("signed the permit", "Helvetica", 10)
    left, right, low, high = 50 + width, 50 + end, 498, 509
    page.highlightAnnotation("Who was on duty?", (left, low, right, high),
                             QuadPoints=[left, high, right, high, left, low, right, low],
                             Color=[1, 1, 0], T=PDFString("Per Dal"))
    page.textAnnotation("Ask the clerk for a copy.", Rect=[400, 470, 420, 490], T=PDFString("Ida Berg"))
    page.showPage()
    page.setFont("Helvetica", 10)
    page.drawString(50, 500, "Name of the vessel:")
    page.acroForm.textfield(name="vessel", value="MS Aldness", x=160, y=494, width=120, height=18)
    page.save()


GATE = [
    "The gate was closed at noon, and nobody",
    "was told of it before the afternoon.",
    "Those who came by the early ferry waited",
    "at the harbour until the office opened.",
    "Some of them went home again, and some",
    "walked round the hill to the other gate.",
    "It was open, as it had been all the time,",
    "and no one stood at it to take tickets.",
]


def turned():
    page = begin("turned.pdf")
    for turn in (0, 90, 180, 270):
        page.setFont("Helvetica", 10)
        page.setPageRotation(turn)
        lines(page, 50, 500, GATE)
        page.showPage()
    page.setPageRotation(0)
    for turn, x, y in ((90, 50, -50), (180, -350, -300), (270, -350, 350)):
        page.setFont("Helvetica", 10)
        page.rotate(turn)
        lines(page, x, y, GATE)
        page.showPage()
    page.setPageRotation(90)
    page.setFont("Helvetica", 10)
    page.rotate(90)
    lines(page, 50, -50, [
        "This page lies on its side, as tables do,",
        "and is shown upright by its rotation.",
    ])
    page.showPage()
    page.setPageRotation(0)
    page.setFont("Helvetica", 10)
    lines(page, 80, 500, [
        "A stamp of the register runs up the margin",
        "of this page, beside its two lines.",
    ])
    page.rotate(90)
    page.drawString(200, -40, "Register of Aldness, volume 12")
    page.save()


def crossed():
    left = [
        "The pier was built in two summers.",
        "Its first stone came from the quarry",
        "at Holm, and its timber from abroad.",
        "The second summer was the wetter one,",
        "and the work was paid for by the day.",
        "When it was done, the council gave",
        "a dinner for those who had built it.",
        "Forty came, and nine sent excuses.",
    ]
    right = [
        "The lighthouse is older than the pier.",
        "Its keeper wrote down every vessel",
        "that passed, and what it carried.",
        "His books fill two shelves, and have",
        "been read by one historian so far.",
        "She found that timber had passed",
        "the light in the year of the pier",
        "under the flag of another country.",
    ]
    page = begin("crossed.pdf", (460, 300))
    page.setFont("Helvetica-Bold", 14)
    page.drawString(40, 265, "Two buildings at Aldness, and what is known of them")
    page.setFont("Helvetica", 10)
    for i in range(len(left)):
        page.drawString(40, 235 - i * LINE, left[i])
        page.drawString(250, 235 - i * LINE, right[i])
    page.showPage()
    page.setFont("Helvetica", 10)
    for i, line in enumerate(reversed(left)):
        page.drawString(40, 100 + i * LINE, line)
    page.save()


def table():
    rows = [
        ("Year", "Ferries", "Passengers"),
        ("2021", "3", "41,200"),
        ("2022", "3", "44,950"),
        ("2023", "4", "61,700"),
        ("2024", "4", "63,120"),
        ("2025", "2", "30,480"),
    ]
    page = begin("table.pdf", (400, 200))
    for i, row in enumerate(rows):
        for x, cell in zip((40, 160, 280), row):
            page.drawString(x, 160 - i * LINE, cell)
    page.save()


def stamped():
    """Lays a court's stamp over a scan: its picture is the file scan.jpg."""
    page = begin("scan.pdf")
    page.drawImage("scan.jpg", 0, 0, WIDTH, HEIGHT)
    page.drawString(40, HEIGHT - 20, "Case 3:26-cv-00117-ABC   Document 7-2   Filed 02/03/26   Page 1 of 2")
    page.showPage()
    page.setFont("Helvetica", 10)
    page.drawString(40, HEIGHT - 20, "Case 3:26-cv-00117-ABC   Document 7-2   Filed 02/03/26   Page 2 of 2")
    page.drawString(40, HEIGHT - 80, "The exhibit above is a true copy.")
    page.save()


notes()
turned()
crossed()
table()
stamped()
