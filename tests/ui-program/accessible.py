# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads windows as a screen reader does: over the accessibility bus, and nothing kept."""

import collections

import gi

gi.require_version('Gio', '2.0')
from gi.repository import Gio, GLib  # noqa: E402

ACCESSIBLE = 'org.a11y.atspi.Accessible'
COMPONENT = 'org.a11y.atspi.Component'
ROOT = '/org/a11y/atspi/accessible/root'
COORDINATES_OF_WINDOW = 1

STATES = {1: 'active', 4: 'checked', 7: 'editable', 8: 'enabled', 10: 'expanded', 11: 'focusable',
          12: 'focused', 20: 'pressed', 23: 'selected', 24: 'sensitive', 25: 'showing',
          30: 'visible', 36: 'invalid-entry', 37: 'default'}


Item = collections.namedtuple('Item', 'path parent index n_children role label states')


class Gone(Exception):
    """The widget, or its program, is no longer there."""


class GoneMeanwhile(Gone):
    """One widget of many went while the others were asked for."""


def read_states(words):
    bits = words[0] | words[1] << 32
    return {name for bit, name in STATES.items() if bits >> bit & 1}


CROWD = 6


class Stock:
    """All widgets of a program at one moment, in one answer: asking each would take seconds."""

    def __init__(self, items):
        self.items = {}
        self.below = {}
        for own, _, parent, index, n_children, _, label, role, _, states in items:
            item = Item(own[1], parent[1], index, n_children, role, label, states)
            self.items[item.path] = item
            self.below.setdefault(item.parent, []).append(item)
        for children in self.below.values():
            children.sort(key=lambda item: item.index)

    def list_children(self, item):
        return self.below.get(item.path, [])

    def list_unseen(self):
        """What has children that nobody has asked for yet: GTK introduces only those asked for."""
        return {item.path for item in self.items.values()
                if len(self.list_children(item)) < item.n_children}

    def list_doubtful(self):
        """What may have hidden children: GTK keeps those, and calls them visible. Where many
        come and go, a hidden one may stand in the place of one that is not introduced yet."""
        return [item for item in self.items.values()
                if len(self.list_children(item)) > item.n_children or
                item.n_children >= CROWD]

    def walk(self, path):
        """What is at a path and all below it, in the order of the tree."""
        if path in self.items:
            yield self.items[path]
        for item in self.below.get(path, ()):
            yield from self.walk(item.path)

    def climb(self, path):
        """What holds what is at a path, the nearest first."""
        item = self.items.get(path)
        while item is not None and item.parent in self.items:
            item = self.items[item.parent]
            yield item


class Bus:
    """The accessibility bus of a session bus."""

    def __init__(self, session_address):
        flags = (Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT |
                 Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)
        session = Gio.DBusConnection.new_for_address_sync(session_address, flags, None, None)
        session.set_exit_on_close(False)
        address = session.call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress',
                                    None, None, 0, 20000, None).unpack()[0]
        self.session = session
        self.role_names = {}
        self.connection = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)
        self.connection.set_exit_on_close(False)

    def close(self):
        self.connection.close_sync(None)
        self.session.close_sync(None)

    def call(self, name, path, interface, method, arguments=None):
        try:
            return self.connection.call_sync(name, path, interface, method, arguments, None, 0,
                                             20000, None).unpack()
        except GLib.Error as error:
            raise Gone(f'{interface}.{method} of {path}: {error.message}') from error

    def take_stock(self, name):
        """All that a program shows. What goes while it is asked, a tooltip say, is no reason to
        know nothing of the rest."""
        for _ in range(20):
            try:
                return self._take_whole_stock(name)
            except GoneMeanwhile:
                pass
        raise Gone(f'{name} does not come to rest')

    def _list_children(self, name, path):
        try:
            return Node(self, name, path).children
        except Gone as error:
            raise GoneMeanwhile(str(error)) from error

    def _take_whole_stock(self, name):
        asked = set()
        while True:
            stock = Stock(self.call(name, '/org/a11y/atspi/cache', 'org.a11y.atspi.Cache',
                                    'GetItems')[0])
            unseen = list(stock.list_unseen() - asked)
            is_complete = not unseen
            while unseen:
                path = unseen.pop()
                asked.add(path)
                unseen += [child.path for child in self._list_children(name, path)
                           if child.path not in stock.items]
            if is_complete:
                unknown = self._drop_hidden(name, stock)
                if unknown <= asked:
                    return stock
                asked |= unknown

    def _drop_hidden(self, name, stock):
        """Leaves out what is hidden, and tells what was not introduced yet."""
        unknown = set()
        for item in stock.list_doubtful():
            shown = [child.path for child in self._list_children(name, item.path)]
            # the pages of a stack call something else their parent
            stock.below[item.path] = [stock.items[path] for path in shown if path in stock.items]
            unknown |= set(shown) - set(stock.items)
        return unknown

    def get_role_name(self, node, number):
        if number not in self.role_names:
            self.role_names[number] = node.role
        return self.role_names[number]

    def find_program(self, pid):
        """The program of a process, or None while it has not introduced itself."""
        for name, path in self.call('org.a11y.atspi.Registry', ROOT, ACCESSIBLE, 'GetChildren')[0]:
            try:
                owner = self.call('org.freedesktop.DBus', '/org/freedesktop/DBus',
                                  'org.freedesktop.DBus', 'GetConnectionUnixProcessID',
                                  GLib.Variant('(s)', (name,)))[0]
            except Gone:
                continue
            if owner == pid:
                return Node(self, name, path)
        return None


class Node:
    """One widget, as assistive tools see it. Everything is asked anew."""

    def __init__(self, bus, name, path):
        self.bus, self.name, self.path = bus, name, path

    def __eq__(self, other):
        return isinstance(other, Node) and (self.name, self.path) == (other.name, other.path)

    def __hash__(self):
        return hash((self.name, self.path))

    def __repr__(self):
        try:
            return f'<{self.role} “{self.label}”>'
        except Gone:
            return '<gone>'

    def _call(self, interface, method, signature=None, *arguments):
        variant = GLib.Variant(f'({signature})', arguments) if signature else None
        return self.bus.call(self.name, self.path, interface, method, variant)

    def _get(self, interface, name):
        return self._call('org.freedesktop.DBus.Properties', 'Get', 'ss', interface, name)[0]

    @property
    def label(self):
        return self._get(ACCESSIBLE, 'Name')

    @property
    def description(self):
        return self._get(ACCESSIBLE, 'Description')

    @property
    def role(self):
        return self._call(ACCESSIBLE, 'GetRoleName')[0]

    @property
    def states(self):
        return read_states(self._call(ACCESSIBLE, 'GetState')[0])

    @property
    def children(self):
        return [Node(self.bus, name, path)
                for name, path in self._call(ACCESSIBLE, 'GetChildren')[0]
                if not path.endswith('/null')]

    @property
    def interfaces(self):
        return self._call(ACCESSIBLE, 'GetInterfaces')[0]

    @property
    def extents(self):
        """x, y, width and height in the window."""
        return self._call(COMPONENT, 'GetExtents', 'u', COORDINATES_OF_WINDOW)[0]

    @property
    def text(self):
        """What an entry holds."""
        count = self._get('org.a11y.atspi.Text', 'CharacterCount')
        return self._call('org.a11y.atspi.Text', 'GetText', 'ii', 0, count)[0]

    @property
    def value(self):
        """Of a slider, a spin button or a meter."""
        return self._get('org.a11y.atspi.Value', 'CurrentValue')

    def find_all(self, role=None, label=None, state='visible'):
        """All below with this role, this label (a text, or a function of the label) and state."""
        found = []
        for item in self.bus.take_stock(self.name).walk(self.path):
            if state not in read_states(item.states):
                continue
            if label is not None and not (label(item.label) if callable(label)
                                          else item.label == label):
                continue
            node = Node(self.bus, self.name, item.path)
            if role is None or self.bus.get_role_name(node, item.role) == role:
                found.append(node)
        return found

    def find(self, role=None, label=None, state='visible'):
        found = self.find_all(role, label, state)
        return found[0] if found else None

    def list_holders(self):
        """The widgets it is in, the nearest first, up to its window."""
        return [Node(self.bus, self.name, item.path)
                for item in self.bus.take_stock(self.name).climb(self.path)]

    def contains(self, other):
        return self.name == other.name and any(
            item.path == other.path for item in self.bus.take_stock(self.name).walk(self.path))

    def dump(self, depth=0):
        """The tree as text, for a test that has failed."""
        try:
            lines = ['  ' * depth + f'{self.role} “{self.label}” {",".join(sorted(self.states))}']
            for child in self.children:
                lines += child.dump(depth + 1)
        except Gone:
            return ['  ' * depth + 'gone']
        return lines
