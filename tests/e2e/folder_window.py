#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window of a folder: another program, from which files are dragged as a file manager offers them (text/uri-list).

usage: folder_window.py FILE…
"""
import os
import sys

import gi

gi.require_version("Gdk", "4.0")
gi.require_version("Gtk", "4.0")
from gi.repository import Gdk, GLib, Gtk  # noqa: E402

# All rows are dragged together from this one.
ALL = "all"


def offer(paths):
    lines = "".join(GLib.filename_to_uri(os.path.abspath(path)) + "\r\n" for path in paths)
    return Gdk.ContentProvider.new_for_bytes("text/uri-list", GLib.Bytes.new(lines.encode()))


def row(name, paths):
    label = Gtk.Label(label=name, xalign=0, height_request=40, margin_start=12)
    source = Gtk.DragSource(actions=Gdk.DragAction.COPY | Gdk.DragAction.MOVE)
    source.connect("prepare", lambda *_: offer(paths))
    label.add_controller(source)
    return label


def show(application, paths):
    rows = Gtk.Box(orientation=Gtk.Orientation.VERTICAL)
    for path in paths:
        rows.append(row(os.path.basename(path), [path]))
    rows.append(row(ALL, paths))
    window = Gtk.ApplicationWindow(application=application, title="Folder", child=rows, default_width=340, default_height=600)
    window.present()


program = Gtk.Application()
program.connect("activate", lambda application: show(application, sys.argv[1:]))
program.run(None)
