# SPDX-FileCopyrightText: The Maquette authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Parts by hand: several at once, painted in and out, their ends, copies and ramps."""

import cases
from cases import case, read_file
from song import Song
from timeline import click_head, click_layer


def wait_cell(program, layer, section):
    return program.wait('grid cell', lambda label: label.startswith(f'{layer}, {section}, '))


def place(program, layer, section, across=0.5, down=0.5):
    return program.place_in(wait_cell(program, layer, section), across, down)


def click_cell(program, layer, section, **how):
    program.focus()
    program.hands.click(*place(program, layer, section), **how)


def drag(program, start, end, holding=()):
    """From one point of a cell to another; cells are (layer, section, across, down)."""
    program.focus()
    x, y = place(program, *start)
    to_x, to_y = place(program, *end) if isinstance(end, tuple) else (x, y + end)
    program.hands.begin_drag(x, y, to_x, to_y, holding)


def wait_level(program, layer, section, level):
    wanted = f'level {level} of 10' if level > 0 else ', out'
    program.wait('grid cell', lambda label: label.startswith(f'{layer}, {section}, ')
                 and (wanted + ',' in label or label.endswith(wanted)))


def wait_selected(program, n_cells):
    program.wait_until(f'{n_cells} selected cells', lambda: n_cells == sum(
        'selected' in cell.states for cell in program.window.find_all('grid cell')))


def place_sign(program, layer, section):
    x, y, width, _ = program.locate(wait_cell(program, layer, section))
    return x + width - 22, y + 14


def save(program, path, condition):
    program.press('ctrl+s')
    program.wait_until('the file', lambda: condition(Song(path)))


@case('the inspector tells levels that differ, and makes them one', inspector_shown='true')
def mixed_levels(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        click_cell(program, 'Bass', 'Verse 1')
        slider = program.wait_until('the level of the bass', lambda: next(
            (found for found in program.window.find_all('slider', 'Level')
             if found.extents[2] > 0 and found.value == 5), None))
        program.press('shift+Right', 'shift+Up')
        wait_selected(program, 4)
        # Drums 4 and 8, Bass 5 and 8
        program.wait('label', '4 to 8')
        program.press('ctrl+Up')
        program.wait('label', '5 to 9')
        program.click(slider)
        program.wait_gone('label', '5 to 9')
        program.wait_until('one level in all of them', lambda: slider.value > 0 and all(
            f', level {slider.value:.0f} of 10' in cell.label
            for cell in program.window.find_all('grid cell')
            if 'selected' in cell.states))
        program.press('ctrl+z')
        program.wait('label', '5 to 9')
        program.press('ctrl+z')
        program.wait('label', '4 to 8')
        program.quit()


@case('several parts have one level, as one step')
def several_have_one_level(stage):
    path = stage.take_fixture()
    before = read_file(path)
    with stage.start(path) as program:
        click_cell(program, 'Bass', 'Intro')
        program.press('shift+Right', 'shift+Right', 'shift+Down')
        wait_selected(program, 6)
        program.press('5', '9')
        wait_level(program, 'Acoustic', 'Chorus 1', 9)
        save(program, path, lambda song: song.get_level('Bass', 'Intro') == 9)
        song = Song(path)
        assert [song.get_level(layer, section) for layer in ('Bass', 'Acoustic')
                for section in ('Intro', 'Verse 1', 'Chorus 1')] == [9] * 6
        assert song.get_level('Drums', 'Chorus 1') == 8
        program.press('ctrl+z')
        wait_level(program, 'Bass', 'Intro', 0)
        wait_selected(program, 6)
        program.press('Delete')
        wait_level(program, 'Acoustic', 'Chorus 1', 0)
        wait_level(program, 'Bass', 'Verse 1', 0)
        program.press('ctrl+z', 'Escape')
        wait_selected(program, 1)
        program.press('ctrl+a')
        wait_selected(program, 24)
        click_cell(program, 'Drums', 'Bridge')
        wait_selected(program, 1)
        click_cell(program, 'Strings', 'Bridge', holding=('shift',))
        wait_selected(program, 4)
        program.press('Return')
        wait_level(program, 'Bass', 'Bridge', 0)
        program.press('Return')
        wait_level(program, 'Bass', 'Bridge', 3)
        wait_level(program, 'Drums', 'Bridge', 0)
        program.press('ctrl+z', 'ctrl+z')
        wait_level(program, 'Bass', 'Bridge', 3)
        program.press('ctrl+s')
        program.wait_until('the file as it was', lambda: read_file(path) == before)
        program.quit()


@case('parts here and there are selected and changed as one')
def here_and_there(stage):
    path = stage.take_fixture()
    before = Song(path)
    with stage.start(path) as program:
        click_cell(program, 'Drums', 'Verse 1')
        wait_selected(program, 1)
        click_cell(program, 'Bass', 'Chorus 1', holding=('ctrl',))
        wait_selected(program, 2)
        click_cell(program, 'Strings', 'Bridge', holding=('ctrl',))
        wait_selected(program, 3)
        program.press('9')
        for layer, section in (('Drums', 'Verse 1'), ('Bass', 'Chorus 1'), ('Strings', 'Bridge')):
            wait_level(program, layer, section, 9)
        save(program, path, lambda song: song.get_level('Strings', 'Bridge') == 9)
        song = Song(path)
        for layer, section in (('Bass', 'Verse 1'), ('Drums', 'Chorus 1'), ('Acoustic', 'Bridge'),
                               ('Strings', 'Chorus 1'), ('Acoustic', 'Chorus 1')):
            assert song.get_level(layer, section) == before.get_level(layer, section), section

        # The state of the selection comes back, too.
        program.press('Escape')
        wait_selected(program, 1)
        program.press('ctrl+z')
        wait_selected(program, 3)
        wait_level(program, 'Bass', 'Chorus 1', 8)

        # By keyboard: the focus goes on alone, Ctrl+Space takes away and adds.
        click_cell(program, 'Drums', 'Verse 1')
        wait_selected(program, 1)
        program.press('alt+shift+Right', 'alt+shift+Down')
        program.wait_focus(lambda label: label.startswith('Bass, Chorus 1, '))
        wait_selected(program, 1)
        program.press('ctrl+space')
        wait_selected(program, 2)
        program.press('Delete')
        wait_level(program, 'Bass', 'Chorus 1', 0)
        wait_level(program, 'Drums', 'Verse 1', 0)
        wait_level(program, 'Drums', 'Chorus 1', 8)
        program.press('ctrl+z')
        wait_level(program, 'Bass', 'Chorus 1', 8)
        click_cell(program, 'Bass', 'Chorus 1', holding=('ctrl',))
        wait_selected(program, 1)
        program.quit()


@case('parts here and there are turned and copied as one')
def here_and_there_by_hand(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        click_cell(program, 'Drums', 'Chorus 1')
        wait_selected(program, 1)
        click_cell(program, 'Acoustic', 'Chorus 1', holding=('ctrl',))
        wait_selected(program, 2)
        program.hands.turn_wheel(*place(program, 'Drums', 'Chorus 1'), 2)
        wait_level(program, 'Drums', 'Chorus 1', 6)
        wait_level(program, 'Acoustic', 'Chorus 1', 5)
        wait_level(program, 'Bass', 'Chorus 1', 8)

        # A copy leaves alone what lies between them.
        drag(program, ('Acoustic', 'Chorus 1'), ('Acoustic', 'Bridge'), ('ctrl',))
        program.hands.end_drag(('ctrl',))
        wait_level(program, 'Acoustic', 'Bridge', 5)
        wait_level(program, 'Drums', 'Bridge', 6)
        save(program, path, lambda song: song.get_level('Drums', 'Bridge') == 6)
        assert Song(path).get_level('Bass', 'Bridge') == 3

        # What can't be done with them is said, and nothing is done.
        program.press('ctrl+c', 'ctrl+v')
        program.wait('label', lambda text: text.startswith('What is selected lies here and there.'))
        save(program, path, lambda song: song.get_level('Drums', 'Bridge') == 6)
        program.quit()


@case('the wheel turns the levels of what is selected')
def wheel_turns_levels(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        click_cell(program, 'Drums', 'Chorus 1')
        click_cell(program, 'Acoustic', 'Chorus 1', holding=('shift',))
        at = place(program, 'Bass', 'Chorus 1')
        program.hands.turn_wheel(*at, 2)
        wait_level(program, 'Drums', 'Chorus 1', 6)
        wait_level(program, 'Acoustic', 'Chorus 1', 5)
        # Down to nothing and up again: how far apart they were is not forgotten.
        program.hands.turn_wheel(*at, 5)
        wait_level(program, 'Acoustic', 'Chorus 1', 0)
        program.hands.turn_wheel(*at, -6)
        wait_level(program, 'Acoustic', 'Chorus 1', 6)
        wait_level(program, 'Bass', 'Chorus 1', 7)
        program.hands.turn_wheel(*at, 3, holding=('alt',))
        wait_level(program, 'Bass', 'Chorus 1', 4)
        wait_level(program, 'Acoustic', 'Chorus 1', 3)
        program.hands.turn_wheel(*place(program, 'Bass', 'Bridge'), 3)
        wait_level(program, 'Bass', 'Bridge', 3)
        program.press('ctrl+z', 'ctrl+z')
        wait_level(program, 'Drums', 'Chorus 1', 8)
        program.press('ctrl+Up')
        wait_level(program, 'Drums', 'Chorus 1', 9)
        wait_level(program, 'Bass', 'Chorus 1', 9)
        program.press('slash', 'slash', 'slash')
        wait_level(program, 'Drums', 'Chorus 1', 6)
        save(program, path, lambda song: song.get_level('Acoustic', 'Chorus 1') == 5)
        # Over everything else it scrolls.
        program.hands.resize_window(program.hands.find_windows(program.process.pid)[0], 700, 420)
        program.wait_steady()
        click_cell(program, 'Drums', 'Verse 1')
        program.hands.turn_wheel(*place(program, 'Bass', 'Verse 1', down=0.2), 3)
        program.wait_gone('row header', lambda label: label.startswith('Drums'))
        save(program, path, lambda song: song.get_level('Bass', 'Verse 1') == 5)
        program.quit()


@case('a click on what is selected, or on its sign, takes it out and lets it in')
def clicks_toggle(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        program.hands.click(*place(program, 'Drums', 'Chorus 1', 0.3))
        wait_selected(program, 1)
        wait_level(program, 'Drums', 'Chorus 1', 8)
        program.hands.click(*place(program, 'Drums', 'Chorus 1', 0.6))
        wait_level(program, 'Drums', 'Chorus 1', 0)
        # The second half of a double click does not take back what the first did.
        program.hands.click(*place(program, 'Drums', 'Chorus 1', 0.4), times=2)
        wait_level(program, 'Drums', 'Chorus 1', 8)
        program.hands.click(*place(program, 'Strings', 'Bridge', 0.3))
        click_cell(program, 'Bass', 'Bridge', holding=('shift',))
        wait_selected(program, 3)
        program.hands.click(*place(program, 'Bass', 'Bridge', 0.7))
        wait_selected(program, 1)
        wait_level(program, 'Bass', 'Bridge', 3)
        # The sign, in the upper right corner of a cell that is not selected.
        program.hands.click(*place_sign(program, 'Acoustic', 'Verse 1'))
        wait_level(program, 'Acoustic', 'Verse 1', 0)
        wait_selected(program, 1)
        program.hands.click(*place(program, 'Bass', 'Bridge', 0.5))
        wait_selected(program, 1)
        program.hands.click(*place_sign(program, 'Drums', 'Bridge'))
        wait_level(program, 'Drums', 'Bridge', 5)
        # In the middle of a cell that has no room for it beside, there is none.
        x, y, width, _ = program.locate(wait_cell(program, 'Acoustic', 'Intro'))
        assert 52 <= width < 66, width
        program.hands.click(x + width / 2, y + 14)
        program.wait_until('the cell to be selected', lambda: 'selected' in wait_cell(
            program, 'Acoustic', 'Intro').states)
        wait_level(program, 'Acoustic', 'Intro', 3)
        save(program, path, lambda song: song.get_level('Acoustic', 'Verse 1') == 0)
        song = Song(path)
        assert song.get_level('Drums', 'Chorus 1') == 8
        assert song.get_level('Bass', 'Bridge') == 3
        program.quit()


@case('levels rise over a selection')
def levels_rise(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        click_cell(program, 'Acoustic', 'Intro')
        program.press('shift+Right', 'shift+Right', 'r')
        wait_level(program, 'Acoustic', 'Verse 1', 5)
        program.press('shift+Left', '2', 'shift+Right', 'r')
        wait_level(program, 'Acoustic', 'Verse 1', 5)
        program.press('ctrl+z')
        wait_level(program, 'Acoustic', 'Verse 1', 2)
        program.press('less', 'less')
        wait_level(program, 'Acoustic', 'Chorus 1', 9)
        wait_level(program, 'Acoustic', 'Verse 1', 3)
        wait_level(program, 'Acoustic', 'Intro', 2)
        drag(program, ('Acoustic', 'Chorus 1'), 7 * 4, ('ctrl', 'shift'))
        wait_level(program, 'Acoustic', 'Chorus 1', 5)
        wait_level(program, 'Acoustic', 'Verse 1', 1)
        program.hands.end_drag(('ctrl', 'shift'))
        save(program, path, lambda song: song.get_level('Acoustic', 'Chorus 1') == 5)
        assert Song(path).get_level('Acoustic', 'Intro') == 2
        program.quit()


@case('parts are pinned and unpinned')
def pins(stage):
    path = stage.take_fixture()

    def wait_pinned(layer, section, pinned):
        program.wait('grid cell', lambda label: label.startswith(f'{layer}, {section}, ')
                     and label.endswith(', pinned') == pinned)

    with stage.start(path) as program:
        click_cell(program, 'Bass', 'Verse 1')
        program.press('k')
        wait_pinned('Bass', 'Verse 1', True)
        # Those of a whole section: what follows it is pinned with it.
        click_head(program, 'Chorus 1')
        program.press('k')
        wait_pinned('Drums', 'Chorus 1', True)
        wait_pinned('Strings', 'Chorus 1', True)
        click_layer(program, 'Bass')
        program.press('k')
        wait_pinned('Bass', 'Intro', True)
        program.press('k')
        wait_pinned('Bass', 'Intro', False)
        wait_pinned('Bass', 'Verse 1', False)
        wait_pinned('Drums', 'Chorus 1', True)
        save(program, path, lambda song: 'pinned="yes"' in read_file(path).decode())
        program.press('ctrl+z', 'ctrl+z', 'ctrl+z')
        wait_pinned('Drums', 'Chorus 1', False)
        wait_pinned('Bass', 'Verse 1', True)
        program.quit()


@case('paints in and out along the rows')
def paints(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        drag(program, ('Strings', 'Intro'), ('Strings', 'Verse 2'))
        wait_level(program, 'Strings', 'Intro', 6)
        wait_level(program, 'Strings', 'Verse 2', 6)
        program.wait('label', 'Strings into 4 sections')
        program.hands.press('Escape')
        program.wait_gone('label', 'Strings into 4 sections')
        wait_level(program, 'Strings', 'Intro', 0)
        program.hands.end_drag()
        drag(program, ('Bass', 'Verse 2'), ('Acoustic', 'Chorus 1'))
        wait_level(program, 'Acoustic', 'Chorus 1', 0)
        program.hands.end_drag()
        wait_selected(program, 4)
        save(program, path, lambda song: song.get_level('Bass', 'Verse 2') == 0)
        song = Song(path)
        assert song.get_level('Acoustic', 'Chorus 1') == 0
        assert song.get_level('Bass', 'Verse 1') == 5
        program.press('ctrl+z')
        wait_level(program, 'Bass', 'Chorus 1', 8)
        # Up and down stays the level, of all that is selected.
        click_cell(program, 'Bass', 'Chorus 1')
        program.press('shift+Down')
        drag(program, ('Acoustic', 'Chorus 1'), 7 * 2)
        wait_level(program, 'Acoustic', 'Chorus 1', 5)
        wait_level(program, 'Bass', 'Chorus 1', 6)
        program.hands.end_drag()
        # At the border it takes the view along.
        click_cell(program, 'Strings', 'Intro')
        program.press(*['ctrl+plus'] * 7, 'Up', 'Down')
        program.wait_gone('grid cell', lambda label: label.startswith('Strings, Verse 2, '))
        program.wait_steady()
        x, y = place(program, 'Strings', 'Intro', 0.3)
        border = program.place_in(program.wait(
            'scroll bar', lambda label: label.startswith('Overview')), 1.0)[0]
        program.hands.begin_drag(x, y, border - 6, y)
        # to the end: on its way there it stops nowhere
        program.wait('label', 'Strings into 6 sections')
        program.hands.end_drag()
        save(program, path, lambda song: song.get_level('Strings', 'Verse 2') == 6)
        program.quit()


@case('a folded group is held as a whole')
def holds_groups(stage):
    path = stage.take_fixture()
    with open(path, encoding='utf-8') as file:
        text = file.read()
    for role in ('role="drums"/>', 'role="bass"/>'):
        text = text.replace(role, role[:-2] + ' group="Rhythm"/>')
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text)
    with stage.start(path) as program:
        click_cell(program, 'Bass', 'Chorus 1')
        program.press('f')
        program.wait('grid cell', lambda label: label.startswith('Rhythm, Chorus 1, '))
        click_cell(program, 'Rhythm', 'Chorus 1')
        program.press('3')
        save(program, path, lambda song: song.get_level('Drums', 'Chorus 1') == 3)
        assert Song(path).get_level('Bass', 'Chorus 1') == 3
        click_cell(program, 'Acoustic', 'Chorus 1')
        program.press('shift+Up', '6')
        save(program, path, lambda song: song.get_level('Drums', 'Chorus 1') == 6)
        assert Song(path).get_level('Bass', 'Chorus 1') == 6
        assert Song(path).get_level('Acoustic', 'Chorus 1') == 6
        click_cell(program, 'Rhythm', 'Bridge')
        program.press('shift+Down', '2')
        save(program, path, lambda song: song.get_level('Acoustic', 'Bridge') == 2)
        assert Song(path).get_level('Bass', 'Bridge') == 2
        drag(program, ('Acoustic', 'Verse 1'), ('Rhythm', 'Chorus 1'))
        program.hands.end_drag()
        save(program, path, lambda song: song.get_level('Acoustic', 'Verse 1') == 0)
        song = Song(path)
        assert [song.get_level(layer, section) for layer in ('Drums', 'Bass', 'Acoustic')
                for section in ('Verse 1', 'Chorus 1')] == [0] * 6
        program.quit()


@case('drags where a part begins and ends')
def drags_ends(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        drag(program, ('Bass', 'Chorus 1', 0.008), ('Bass', 'Chorus 1', 0.5))
        program.wait('grid cell', 'Bass, Chorus 1, bars 13 to 20, level 8 of 10, enters in bar 17')
        program.hands.press('Escape')
        program.wait('grid cell', 'Bass, Chorus 1, bars 13 to 20, level 8 of 10')
        program.hands.end_drag()
        click_cell(program, 'Drums', 'Chorus 1')
        program.press('shift+Down', 'shift+Down')
        drag(program, ('Bass', 'Chorus 1', 0.008), ('Bass', 'Chorus 1', 0.5))
        program.hands.end_drag()
        for layer in ('Drums', 'Bass', 'Acoustic'):
            program.wait('grid cell', lambda label, start=f'{layer}, Chorus 1, ':
                         label.startswith(start) and label.endswith('enters in bar 17'))
        drag(program, ('Bass', 'Chorus 1', 0.992), ('Bass', 'Chorus 1', 0.76))
        program.hands.end_drag()
        program.wait('grid cell', lambda label: label.startswith('Drums, Chorus 1, ')
                     and label.endswith('enters in bar 17, leaves in bar 19'))
        save(program, path, lambda song: song.get_section('Chorus 1').find_part('a1')[0]
             .get('to') == '6')
        program.press('ctrl+Left', 'ctrl+shift+Right')
        for layer in ('Drums', 'Acoustic'):
            program.wait('grid cell', lambda label, start=f'{layer}, Chorus 1, ':
                         label.startswith(start)
                         and label.endswith('enters in bar 16, leaves in bar 20'))
        click_cell(program, 'Drums', 'Verse 2')
        program.press('shift+Down', '1')
        program.wait('grid cell', lambda label: label.startswith('Bass, Verse 2, ')
                     and label.endswith('level 1 of 10'))
        program.hands.click(*place(program, 'Drums', 'Verse 2'), button=3)
        program.choose('Take Over from Followed Section')
        for layer in ('Drums', 'Bass'):
            program.wait('grid cell', lambda label, start=f'{layer}, Verse 2, ':
                         label.startswith(start) and label.endswith('taken over'))
        program.quit()


@case('copies parts to other sections and layers')
def copies(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        drag(program, ('Strings', 'Chorus 1'), ('Bass', 'Intro'), ('ctrl',))
        program.wait('grid cell', lambda label: label.startswith('Bass, Intro, ')
                     and label.endswith('level 6 of 10, motif tide'))
        program.hands.end_drag(('ctrl',))
        click_cell(program, 'Drums', 'Verse 1')
        program.press('shift+Down')
        drag(program, ('Bass', 'Verse 1'), ('Bass', 'Bridge'), ('ctrl',))
        program.hands.end_drag(('ctrl',))
        program.wait('grid cell', 'Drums, Bridge, bars 29 to 34, level 4 of 10, enters in bar 33')
        wait_level(program, 'Bass', 'Bridge', 5)
        save(program, path, lambda song: song.get_level('Bass', 'Bridge') == 5)
        assert Song(path).get_level('Bass', 'Intro') == 6
        program.quit()


@case('cuts, copies and pastes parts')
def pastes(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        click_cell(program, 'Bass', 'Chorus 1')
        program.press('shift+Down', 'ctrl+c')
        click_cell(program, 'Drums', 'Intro')
        program.press('ctrl+v')
        wait_level(program, 'Drums', 'Intro', 8)
        wait_level(program, 'Bass', 'Intro', 7)
        wait_selected(program, 2)
        # A block is filled with what was copied, as often as it goes.
        click_cell(program, 'Drums', 'Bridge')
        program.press('shift+Down', 'shift+Down', 'shift+Down', 'ctrl+v')
        wait_level(program, 'Acoustic', 'Bridge', 8)
        wait_level(program, 'Strings', 'Bridge', 7)
        click_cell(program, 'Strings', 'Chorus 1')
        program.press('ctrl+x')
        wait_level(program, 'Strings', 'Chorus 1', 0)
        click_head(program, 'Verse 1')
        program.press('ctrl+v')
        program.wait('grid cell', lambda label: label.startswith('Strings, Verse 1, ')
                     and 'motif tide' in label)
        save(program, path, lambda song: song.get_level('Strings', 'Verse 1') == 6)
        song = Song(path)
        assert [song.get_level(layer, 'Bridge') for layer in song.layer_names] == [8, 7, 8, 7]
        assert song.get_level('Strings', 'Chorus 1') == 0
        program.quit()


@case('keeps only what is selected')
def strips(stage):
    path = stage.take_fixture()
    with stage.start(path) as program:
        click_cell(program, 'Acoustic', 'Verse 1')
        program.press('shift+Right', 'shift+Down', 'shift+Delete')
        wait_level(program, 'Drums', 'Verse 1', 0)
        wait_level(program, 'Bass', 'Chorus 1', 0)
        wait_level(program, 'Acoustic', 'Chorus 1', 7)
        wait_level(program, 'Bass', 'Bridge', 3)
        program.press('ctrl+z')
        wait_level(program, 'Bass', 'Chorus 1', 8)
        click_layer(program, 'Drums')
        program.press('shift+Down', 'm')
        program.wait('row header', lambda label: label.startswith('Bass') and 'muted' in label)
        save(program, path, lambda song: [layer.get('muted') for layer in song.layers]
             == ['yes', 'yes', None, None])
        program.press('Delete')
        program.wait_gone('row header', lambda label: label.startswith('Bass'))
        save(program, path, lambda song: song.layer_names == ['Acoustic', 'Strings'])
        program.press('ctrl+z')
        program.wait('row header', lambda label: label.startswith('Bass'))
        program.quit()


if __name__ == '__main__':
    cases.main()
