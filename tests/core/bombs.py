#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bombs.py CLI [all]: hostile and broken files before the whole program, each made here. Whatever it is given, `show` reads it or
refuses it in one line: within a second and 300 MiB, without a crash of the reading process. Prints TAP.
usage: bombs.py CLI SAMPLE [short|all [NAME…]]; "all" cuts files off at each fiftieth instead of each tenth."""
import os
import random
import re
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import time
import zipfile
import zlib

# Of the processor, of all its processes together: on a quiet machine that is no less than what a clock shows, and on a busy one
# it is the only thing that can be held against the program.
SECONDS = 1.0
MEBIBYTES = 300
MIB = 1024 * 1024

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
R = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
BODY = "<w:p><w:r><w:t>一、总体情况</w:t></w:r></w:p>"


# ---- packages ----

def packed(parts, path, method=zipfile.ZIP_DEFLATED):
    import warnings
    with warnings.catch_warnings(), zipfile.ZipFile(path, "w", method) as archive:
        warnings.simplefilter("ignore")
        for name, content in parts:
            if callable(content):
                with archive.open(name, "w", force_zip64=True) as part:
                    content(part)
            else:
                archive.writestr(name, content)


def relations(*targets):
    return f'<Relationships {R}>' + "".join(
        f'<Relationship Id="{name}" Type="http://x/{kind}" Target="{target}"/>' for name, kind, target in targets) + "</Relationships>"


def word(document, *more):
    return [("[Content_Types].xml", "<Types/>"), ("_rels/.rels", relations(("r1", "officeDocument", "word/document.xml"))),
            ("word/document.xml", document), *more]


def word_body(body):
    return f"<w:document {W}><w:body>{body}</w:body></w:document>"


def workbook(sheets, *more):
    names = "".join(f'<sheet name="s{i}" r:id="r{i}"/>' for i in range(len(sheets)))
    return [("[Content_Types].xml", "<Types/>"), ("_rels/.rels", relations(("r1", "officeDocument", "xl/workbook.xml"))),
            ("xl/workbook.xml", f'<workbook {S} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>{names}</sheets></workbook>'),
            ("xl/_rels/workbook.xml.rels", relations(*[(f"r{i}", "worksheet", f"s{i}.xml") for i in range(len(sheets))],
                                                     ("st", "sharedStrings", "strings.xml"))),
            *[(f"xl/s{i}.xml", sheet) for i, sheet in enumerate(sheets)], *more]


def sheet(rows, after=""):
    return f"<worksheet {S}><sheetData>{rows}</sheetData>{after}</worksheet>"


def repeated(text, times):
    def write(part):
        piece = text.encode() * 1000
        for _ in range(times // 1000):
            part.write(piece)
    return write


def just_allowed(seed):
    """60 MiB that are packed to a fiftieth."""
    noise = random.Random(seed)

    def write(part):
        for _ in range(1500):
            part.write(noise.randbytes(800) + bytes(40 * 1024))
    return write


def around(before, text, times, behind):
    def write(part):
        part.write(before.encode())
        repeated(text, times)(part)
        part.write(behind.encode())
    return write


LAUGHS = "<!DOCTYPE x [<!ENTITY a0 'ha'>" + "".join(
    f"<!ENTITY a{i} '{('&a%d;' % (i - 1)) * 10}'>" for i in range(1, 30)) + "]>"
NUMBERING = (f'<w:numbering {W}><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="2000000000"/><w:numFmt w:val="chineseCounting"/>'
             f'<w:lvlText w:val="{"%1" * 100000}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>')
NUMBERED = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>'


def lying(path):
    """Each size in the file says 10 bytes; what is there inflates to 64 MiB."""
    packed(word(around(f"<w:document {W}><w:body>", "<w:p/>", 10 * MIB, "</w:body></w:document>")), path)
    data = bytearray(open(path, "rb").read())
    for mark, offset in ((b"PK\1\2", 24), (b"PK\3\4", 22)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset:at + offset + 4] = struct.pack("<I", 10)
            at = data.find(mark, at + 4)
    open(path, "wb").write(data)


def nested(path):
    inner = path + ".inner"
    packed(word(word_body(BODY)), inner)
    for _ in range(20):
        content = open(inner, "rb").read()
        packed([("word/document.xml", content)], inner)
    os.rename(inner, path)


# ---- PDF ----

def pdf(objects, path, extra=b""):
    out = bytearray(b"%PDF-1.5\n")
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % o for o in offsets)
    out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, extra, start)
    open(path, "wb").write(out)


def pdf_stream(dictionary, content):
    packed_content = zlib.compress(content, 9)
    return b"<< %s /Length %d /Filter /FlateDecode >>\nstream\n" % (dictionary, len(packed_content)) + packed_content + b"\nendstream"


def pdf_page(content, path, box=b"[0 0 595 842]", pages=1):
    """Pages that all have the same content."""
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox %s /Contents 3 0 R /Resources << /Font << /F 4 0 R >> >> >>" % box
    kids = b"".join(b"%d 0 R " % n for n in range(5, 5 + pages))
    pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, pages), pdf_stream(b"", content),
         b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", *[page] * pages], path)


def pdf_drawn(objects, path):
    """A page that has text, so that it is drawn, and draws /X."""
    pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
         b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> /XObject << /X 6 0 R >> >> >>",
         pdf_stream(b"", b"BT /F 9 Tf 9 9 Td (x) Tj ET q 595 0 0 842 0 0 cm /X Do Q"),
         b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", *objects], path)


def pdf_forms(path):
    """Each form draws the next ten times."""
    forms = [pdf_stream(b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X %d 0 R >> >>" % (n + 1), b"/X Do " * 10)
             for n in range(6, 14)]
    pdf_drawn([*forms, pdf_stream(b"/Type /XObject /Subtype /Form /BBox [0 0 9 9]", b"0 0 m 9 9 l S")], path)


def pdf_picture(path):
    pdf_drawn([pdf_stream(b"/Type /XObject /Subtype /Image /Width 20000 /Height 20000 /BitsPerComponent 8 /ColorSpace /DeviceGray",
                               bytes(20000 * 20000))], path)


def pdf_deep(path):
    pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 1000000000 /Parent 2 0 R >>",
         b"<< /Type /Page /Parent 2 0 R /MediaBox %s >>" % (b"[" * 100000)], path)


# ---- the list: name, suffix, how to make it ----

def text_of(content):
    def make(path):
        with open(path, "wb") as stream:
            stream.write(content() if callable(content) else content)
    return make


def html_of(content):
    return lambda path: text_of(("<title>x</title>" + content()).encode())(path)


def package(parts, method=zipfile.ZIP_DEFLATED):
    return lambda path: packed(parts(), path, method)


def plain(parts):
    """Not packed: what is inside gets to the reader of XML, whatever its ratio would have been."""
    return package(parts, zipfile.ZIP_STORED)


def many_formats():
    return "".join(f"<b a{i}=1>" for i in range(400)) + "<p>甲" * 40000


def wide_table(rows, columns):
    return "<table>" + ("<tr>" + "<td>1" * columns) * rows + "</table>"


BOMBS = [
    ("nodes-at-the-limit", "html", html_of(lambda: "<br>" * 499000)),
    ("nodes", "html", html_of(lambda: "<br>" * 16000000)),
    ("formats-again-and-again", "html", html_of(many_formats)),
    ("formats-in-cells", "html", html_of(lambda: "<table><tr><td>" + "".join(f"<font c={i}>" for i in range(400)) + "<div></div>" * 40000)),
    ("attributes", "html", html_of(lambda: "<p " + " ".join(f"a{i}" for i in range(1000000)) + ">甲")),
    ("same-attribute", "html", html_of(lambda: "<p " + "a=1 " * 5000000 + ">甲")),
    ("long-attribute", "html", html_of(lambda: "<p a='" + "x" * 60000000 + "'>甲")),
    ("open-tag", "html", html_of(lambda: "<p a='" * 5000000)),
    ("deep", "html", html_of(lambda: "<div>" * 1000000)),
    ("deep-tables", "html", html_of(lambda: "<table><tr><td>" * 500)),
    ("deep-tables-wide", "html", html_of(lambda: "<table><tr><td>1<td>" * 500)),
    ("misnested", "html", html_of(lambda: "<table><a>x<b>" * 60000)),
    ("misnested-formats", "html", html_of(lambda: "<a><b><i><p>x</a></b></i>" * 60000)),
    ("closing", "html", html_of(lambda: "<p>" * 100000 + "</b></i></a>" * 100000)),
    ("spans", "html", html_of(lambda: "<table>" + "<tr><td rowspan=1000000000 colspan=1000000000>1" * 2000 + "</table>")),
    ("row-spans", "html", html_of(lambda: "<table>" + ("<tr>" + "<td rowspan=1000>1" * 200) * 2000 + "</table>")),
    ("table-at-the-limit", "html", html_of(lambda: wide_table(2000, 200))),
    ("wide-table", "html", html_of(lambda: wide_table(10, 30000))),
    ("long-table", "html", html_of(lambda: wide_table(100000, 2))),
    ("many-tables", "html", html_of(lambda: "<table><tr><td>1<td>2<tr><td colspan=200>3</table>" * 20000)),
    ("entities", "html", html_of(lambda: "&amp;" * 10000000)),
    ("comment", "html", html_of(lambda: "<!--" + "-" * 30000000)),
    ("many-headings", "html", html_of(lambda: "<p>一、总体情况" * 40000)),
    ("headings-at-the-limit", "html", html_of(lambda: "<p>一、总体情况" * 19000)),
    ("page-of-text", "html", html_of(lambda: ("<p>" + "甲乙丙，2023年收到1件。" * 15) * 9000)),
    ("pictures", "html", html_of(lambda: ("<p>一、总体情况<img src='data:image/png;base64," + "iVBORw0KGgo" * 1000000 + "'>") * 5)),
    ("many-rows-of-the-form", "html", html_of(lambda: "<p>三、收到和处理政府信息公开申请情况" + "<table>" + ("<tr><td>（一）予以公开" + "<td>1" * 7) * 1900 + "</table>")),
    ("tags-in-tags", "html", html_of(lambda: "<a" * 20000000)),
    ("script", "html", html_of(lambda: "<script>" + "for (i = 0; i < n; i++) if (a<b) c=\"x\" + d\n" * 100000 + "</script><p>一、总体情况")),
    ("long-labels", "html", html_of(lambda: "<p>三、收到和处理政府信息公开申请情况<table>" + ("<tr><td>" + "（一）予以公开" * 240 + "<td>1<td>2") * 1900 + "</table>")),
    ("long-paragraphs", "html", html_of(lambda: "<p>一、总体情况" + ("<p>" + "甲乙丙，2023年收到1件。" * 30000) * 2)),
    ("numbers", "html", html_of(lambda: "<p>一、总体情况<p>" + "2023年收到1件，" * 40000)),
    ("text-of-zeros", "txt", text_of(lambda: b"\0" * (60 * MIB))),
    ("text-of-breaks", "txt", text_of(lambda: b"\n" * (60 * MIB))),
    ("text-of-one-line", "txt", text_of(lambda: b"x" * (60 * MIB))),
    ("text-of-lines", "txt", text_of(lambda: "甲乙\n".encode() * 8000000)),
    ("text-of-tabs", "txt", text_of(lambda: b"\t" * (60 * MIB))),
    ("text-of-pipes", "txt", text_of(lambda: ("|" * 150 + "\n").encode() * 400000)),
    ("text-in-gb18030", "txt", text_of(lambda: "政府信息公开".encode("gb18030") * 5000000)),
    ("text-of-noise", "txt", text_of(lambda: random.Random(1).randbytes(60 * MIB).replace(b"\0", b"\1"))),
    ("too-large", "txt", text_of(lambda: b"x" * (65 * MIB))),
    ("zip-of-zeros", "docx", package(lambda: word(repeated("\0" * 1024, MIB // 4)))),
    ("zip-of-paragraphs", "docx", package(lambda: word(around(f"<w:document {W}><w:body>", "<w:p/>", 20 * MIB, "")))),
    ("zip-of-many-parts", "docx", package(lambda: [(f"x{i}.xml", "<x/>") for i in range(6000)])),
    ("zip-of-four-parts", "docx", package(lambda: [(f"word/x{i}.xml", just_allowed(i)) for i in range(4)])),
    ("zip-of-two-same", "docx", package(lambda: word(word_body(BODY), ("WORD/Document.xml", word_body(BODY))))),
    ("zip-with-lying-sizes", "docx", lying),
    ("zip-in-zip", "docx", nested),
    ("zip-with-paths", "docx", package(lambda: word(word_body(BODY), ("../../../../tmp/bianbao-was-here.xml", "x"), ("/etc/bianbao.xml", "x"), ("x" * 60000 + ".xml", "x")))),
    ("laughs", "docx", package(lambda: word(LAUGHS + f"<w:document {W}>&a29;</w:document>"))),
    ("doctype", "xlsx", package(lambda: workbook(['<!DOCTYPE x SYSTEM "file:///etc/passwd">' + sheet("")]))),
    ("xml-depth", "docx", plain(lambda: word(f"<w:document {W}>" + "<w:p>" * 1000000))),
    ("xml-attributes", "docx", plain(lambda: word(f"<w:document {W}><w:p " + " ".join(f'a{i}="1"' for i in range(300000)) + "/></w:document>"))),
    ("xml-names", "docx", plain(lambda: word(f"<w:document {W}>" + "".join(f'<x xmlns:n{i}="u{i}"/>' for i in range(200000)) + "</w:document>"))),
    ("xml-long-text", "docx", plain(lambda: word(around(f"<w:document {W}><w:body><w:p><w:r><w:t>", "一二三四五六七八九十年月日收件", 1000000, "</w:t></w:r></w:p></w:body></w:document>")))),
    ("word-spans", "docx", plain(lambda: word(word_body("<w:tbl>" + '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr><w:p/></w:tc></w:tr>' * 1999 + "</w:tbl>")))),
    ("word-rows", "docx", plain(lambda: word(word_body("<w:tbl>" + "<w:tr><w:tc><w:p/></w:tc></w:tr>" * 300000 + "</w:tbl>")))),
    ("word-deep-tables", "docx", plain(lambda: word(word_body("<w:tbl><w:tr><w:tc>" * 40 + "</w:tc></w:tr></w:tbl>" * 40)))),
    ("word-numbers", "docx", plain(lambda: word(word_body(NUMBERED * 20000), ("word/numbering.xml", NUMBERING),
                                                  ("word/_rels/document.xml.rels", relations(("n", "numbering", "numbering.xml")))))),
    ("sheets-with-far-corners", "xlsx", plain(lambda: workbook([sheet("".join(
        f'<row r="{r}"><c r="A{r}"><v>1</v></c><c r="GR{r}"><v>1</v></c></row>' for r in range(1, 2001)))] * 200))),
    ("sheet-at-the-end", "xlsx", plain(lambda: workbook([sheet('<row r="1"><c r="A1"><v>1</v></c></row><row r="4294967295"><c r="ZZZZZZZ4294967295"><v>1</v></c></row>')]))),
    ("sheet-with-merges", "xlsx", plain(lambda: workbook([sheet("".join(
        f'<row r="{r}"><c r="A{r}"><v>1</v></c><c r="GR{r}"><v>1</v></c></row>' for r in range(1, 2001)),
        "<mergeCells>" + "".join(f'<mergeCell ref="B{i % 2000 + 1}:C{i % 2000 + 1}"/>' for i in range(199000)) + "</mergeCells>")]))),
    ("sheet-with-one-string", "xlsx", plain(lambda: workbook([sheet("".join(
        f'<row r="{r}">' + '<c t="s"><v>0</v></c>' * 100 + "</row>" for r in range(1, 2001)))],
        ("xl/strings.xml", f"<sst {S}><si><t>" + "甲" * 300000 + "</t></si></sst>")))),
    ("sheet-of-strings", "xlsx", plain(lambda: workbook([sheet('<row r="1"><c t="s"><v>7</v></c></row>')], ("xl/strings.xml", f"<sst {S}>" + "<si><t>1</t></si>" * 1000000)))),
    ("sheet-of-numbers", "xlsx", plain(lambda: workbook([sheet("".join(
        f'<row r="{r}"><c><v>1E308</v></c><c><v>1e-999999999</v></c><c><v>{"9" * 10000}</v></c></row>' for r in range(1, 1000)))]))),
    ("pdf-of-zeros", "pdf", lambda path: pdf_page(b"\0" * (100 * MIB), path)),
    ("pdf-of-lines", "pdf", lambda path: pdf_page(b"0 0 m 9 9 l S\n" * 2000000, path)),
    ("pdf-of-text", "pdf", lambda path: pdf_page(b"BT /F 9 Tf " + b"9 9 Td (xxxxxxxxxx) Tj\n" * 300000 + b"ET", path)),
    ("pdf-of-many-pages", "pdf", lambda path: pdf_page(b"0 0 m 9 9 l S\n" * 500000, path, pages=290)),
    ("pdf-of-slow-pages", "pdf", lambda path: pdf_page(b"0 0 m 9 9 l S\n" * 120000, path, pages=290)),
    ("pdf-of-forms-in-forms", "pdf", pdf_forms),
    ("pdf-of-a-picture", "pdf", pdf_picture),
    ("pdf-of-saves", "pdf", lambda path: pdf_page(b"q " * 5000000, path)),
    ("pdf-huge-page", "pdf", lambda path: pdf_page(b"", path, b"[0 0 1e300 1e300]")),
    ("pdf-pages-in-themselves", "pdf", pdf_deep),
    ("saved-page-of-boundaries", "mht", text_of(lambda: b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n" + b"--x\n" * 5000000)),
    ("saved-page-in-itself", "mht", text_of(lambda: b"Content-Type: multipart/related; boundary=x\n\n--x\n" * 1000000)),
    ("saved-page-of-heads", "mht", text_of(lambda: b"MIME-Version: 1.0\n" + b"X: y\n z\n" * 5000000)),
    ("saved-page-of-a-boundary", "mht", text_of(lambda: b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=" + b"-" * 60000 + b"\n\nx" + b"-" * 10000000)),
    ("text-of-pieces", "txt", text_of(lambda: ("三、收到和处理政府信息公开申请情况\n" + "其\n他\n处\n理\n政\n府\n1 2 3 4 5 6 7\n" * 2800).encode())),
    ("page-of-hard-spaces", "html", text_of(lambda: "<table><tr><td>a".encode() + "\u00a0".encode() * 300000 + b" " * 4000000 + b"b</table>")),
]


# ---- running ----

class Result:
    def __init__(self, command):
        begin = time.monotonic()
        read_end, write_end = os.pipe()
        pid = os.fork()
        if pid == 0:
            null = os.open("/dev/null", os.O_WRONLY)
            os.dup2(null, 1)
            os.dup2(write_end, 2)
            os.execv(command[0], command)
        os.close(write_end)
        with open(read_end, "rb") as stream:
            self.message = stream.read().decode("utf-8", "replace")
        _, status, usage = os.wait4(pid, 0)
        self.code = os.waitstatus_to_exitcode(status)
        self.wall = time.monotonic() - begin
        self.seconds = usage.ru_utime + usage.ru_stime
        self.mebibytes = usage.ru_maxrss / 1024

    def complaint(self):
        if self.code not in (0, 2):
            return f"exit status {self.code}: {self.message.strip()}"
        if self.code == 2 and self.message.count("\n") != 1:
            return f"not one line: {self.message.strip()}"
        if re.search("before its time|took too long|no sense|could not be started", self.message):
            return "the reading process did not answer: " + self.message.strip()[-120:]
        if self.seconds > SECONDS or self.mebibytes > MEBIBYTES:
            return f"{self.seconds:.2f} s, {self.mebibytes:.0f} MiB: {self.message.strip()[-120:]}"
        return None


class Tap:
    def __init__(self):
        self.n = self.failed = 0

    def tell(self, name, complaint, diagnosis=""):
        self.n += 1
        self.failed += complaint is not None
        print(f"{'not ok' if complaint else 'ok'} {self.n} {name}{' # ' + complaint if complaint else diagnosis}", flush=True)

    def end(self):
        print(f"1..{self.n}")
        return 1 if self.failed else 0


def try_file(tap, cli, name, path):
    result = Result([cli, "show", path])
    verdict = "read" if result.code == 0 else "refused"
    tap.tell(name, result.complaint(), f" # {verdict}, {result.seconds:.2f} s, {result.mebibytes:.0f} MiB")


def try_strange(tap, cli, folder):
    """What is no file."""
    fifo = os.path.join(folder, "fifo.html")
    os.mkfifo(fifo)
    address = os.path.join(folder, "socket.html")
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(address)
    for name, path in (("fifo", fifo), ("socket", address), ("folder", folder), ("device", "/dev/zero"), ("terminal", "/dev/tty"), ("nothing", folder + "/no.html")):
        result = Result([cli, "show", path])
        complaint = result.complaint()
        if complaint is None and (result.code != 2 or result.wall > 20):
            complaint = f"exit status {result.code} after {result.wall:.1f} s"
        tap.tell(name, complaint)
    listener.close()


def try_cut(tap, cli, folder, sample, parts):
    """Cut off files of each format: none of them may end the reading process, each says what it misses or is refused."""
    samples = [sample]
    for suffix in ("html", "xlsx", "docx", "pdf"):
        path = os.path.join(folder, "sample." + suffix)
        if subprocess.run([cli, "convert", "--force", sample, path], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0:
            samples.append(path)
    for path in samples:
        content = open(path, "rb").read()
        suffix = path.rsplit(".", 1)[1]
        complaints = []
        for part in range(parts):
            cut = os.path.join(folder, "cut." + suffix)
            open(cut, "wb").write(content[:len(content) * part // parts])
            complaint = Result([cli, "show", cut]).complaint()
            if complaint:
                complaints.append(f"{part}/{parts}: {complaint}")
        tap.tell(f"cut-{suffix}", complaints[0] if complaints else None)


def main():
    cli, sample = sys.argv[1:3]
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    os.environ.update(LC_ALL="C.UTF-8", LANGUAGE="en")
    wanted = sys.argv[4:]
    tap = Tap()
    with tempfile.TemporaryDirectory(prefix="bianbao-bombs-") as folder:
        for name, suffix, make in BOMBS:
            if wanted and name not in wanted:
                continue
            path = os.path.join(folder, name + "." + suffix)
            # Made in a process of its own: the memory of this one counts as that of the program it starts.
            pid = os.fork()
            if pid == 0:
                make(path)
                os._exit(0)
            os.waitpid(pid, 0)
            try_file(tap, cli, name, path)
            os.unlink(path)
        if not wanted:
            try_strange(tap, cli, folder)
            try_cut(tap, cli, folder, sample, 50 if sys.argv[3:] == ["all"] else 10)
    return tap.end()


sys.exit(main())
