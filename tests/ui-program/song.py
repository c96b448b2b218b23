# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a song's file says, and how its grid is to be read aloud."""

import xml.etree.ElementTree as ElementTree

NAMESPACE = '{urn:maquette:project}'


class Section:
    """One section, with what it takes from the one it follows."""

    def __init__(self, element, followed, first_bar):
        self.element = element
        self.followed = followed
        self.first_bar = first_bar
        self.name = element.get('name')
        self.kind = element.get('kind')
        bars = element.get('bars') or followed.element.get('bars')
        self.bars = int(bars)

    @property
    def last_bar(self):
        return self.first_bar + self.bars - 1

    @property
    def place(self):
        return f'bars {self.first_bar} to {self.last_bar}'

    def find_part(self, layer_id):
        """The element of what a layer plays, and whether it is the section's own."""
        for section in (self, self.followed):
            if section is None:
                continue
            for part in section.element.iter(NAMESPACE + 'part'):
                if part.get('layer') == layer_id:
                    return part, section is self
        return None, self.followed is None

    def get_level(self, layer):
        part, _ = self.find_part(layer.get('id'))
        return 0 if part is None else int(part.get('level'))


class Song:
    """The current arrangement of the current song of a file."""

    def __init__(self, path):
        self.root = ElementTree.parse(path).getroot()
        project = self.root.find(NAMESPACE + 'project')
        self.element = self._current(project, 'song')
        self.arrangement = self._current(self.element, 'arrangement')
        self.title = self.element.get('title')
        self.layers = self.arrangement.findall(NAMESPACE + 'layer')
        self.sections = []
        by_id = {}
        for element in self.arrangement.findall(NAMESPACE + 'section'):
            by_id[element.get('id')] = Section(element, None, 1) if element.get('bars') else None
        first_bar = 1
        for element in self.arrangement.findall(NAMESPACE + 'section'):
            section = Section(element, by_id.get(element.get('follows')), first_bar)
            self.sections.append(section)
            first_bar += section.bars

    @staticmethod
    def _current(parent, kind):
        children = parent.findall(NAMESPACE + kind)
        current = [child for child in children if child.get('id') == parent.get('current')]
        return (current or children)[0]

    @property
    def names(self):
        return [section.name for section in self.sections]

    @property
    def layer_names(self):
        return [layer.get('name') for layer in self.layers]

    def get_section(self, name):
        return self.sections[self.names.index(name)]

    def get_level(self, layer_name, section_name):
        layer = self.layers[self.layer_names.index(layer_name)]
        return self.get_section(section_name).get_level(layer)

    def describe_part(self, layer, section):
        """What is said when the cursor comes to a cell of the grid."""
        part, is_own = section.find_part(layer.get('id'))
        words = f'{layer.get("name")}, {section.name}, {section.place}, '
        if part is None or part.get('level') == '0' or int(part.get('from', 1)) > section.bars:
            return words + 'out'
        words += f'level {part.get("level")} of 10'
        before = section.first_bar - 1
        if int(part.get('from', 1)) > 1:
            words += f', enters in bar {before + int(part.get("from"))}'
        if part.get('to'):
            words += f', leaves in bar {before + int(part.get("to")) + 1}'
        if part.get('motif'):
            words += f', motif {part.get("motif")}'
        direction = part.find(NAMESPACE + 'direction')
        if direction is not None:
            words += f', direction: {direction.text}'
        return words if is_own else words + ', taken over'

    def describe_rows(self):
        """The grid, layer by layer."""
        return [[self.describe_part(layer, section) for section in self.sections]
                for layer in self.layers]
