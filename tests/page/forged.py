#!/usr/bin/python3
"""forged.py - folders of results that somebody has changed, with the hashes of the changed files

  forged.py try PROGRAM FOLDER N    changes a copy of FOLDER in N ways: a page comes of it (status 0) or an error (4)
  forged.py hostile FOLDER          puts markup into its texts and cells, for a browser to look at
"""
import json, os, random, shutil, subprocess, sys, tempfile

EVIL = ['</script><script>alert(1)</script>', '"><svg onload=alert(2)>', "'><img src=x onerror=alert(3)>", '<!--<script>']


def fnv1a64(data):
    """As the program hashes files (base/text.h)."""
    value = 0xCBF29CE484222325
    for byte in data:
        value = (value ^ byte) * 0x100000001B3 & (1 << 64) - 1
    return 'fnv1a64:%016x' % value


def read(folder, name):
    with open(os.path.join(folder, name), 'rb') as file:
        return file.read()


def write(folder, name, data):
    """Writes a file and lists it as it now is."""
    with open(os.path.join(folder, name), 'wb') as file:
        file.write(data)
    manifest = json.loads(read(folder, 'manifest.json'))
    manifest['files'][name] = fnv1a64(data)
    with open(os.path.join(folder, 'manifest.json'), 'w') as file:
        json.dump(manifest, file)


def mutated(data, random):
    data = bytearray(data)
    for _ in range(random.choice([1, 3, 20])):
        at = random.randrange(len(data)) if data else 0
        how = random.randrange(5)
        if how == 0:
            data[at:at + 1] = bytes([random.randrange(256)])
        elif how == 1:
            del data[at:at + random.randrange(1, 40)]
        elif how == 2:
            data[at:at] = random.choice([b',', b'"', b'\n', b'nan', b'-1', b'1e999', b'99999999999999999999', b'<', b'\xff'])
        elif how == 3:
            data[at:at] = data[at // 2:at // 2 + random.randrange(1, 200)]
        else:
            del data[at:]
    return bytes(data)


def try_all(program, folder, n):
    random_ = random.Random(1)
    names = [name for name in sorted(os.listdir(folder)) if name.endswith('.csv') or name in ('facts.json', 'summary.txt')]
    ends, wrong = {}, 0
    for i in range(n):
        with tempfile.TemporaryDirectory() as scratch:
            copy = os.path.join(scratch, 'copy')
            shutil.copytree(folder, copy)
            if i % 6 == 5:
                data = mutated(read(copy, 'manifest.json'), random_)
                with open(os.path.join(copy, 'manifest.json'), 'wb') as file:
                    file.write(data)
            else:
                name = random_.choice(names)
                write(copy, name, mutated(read(copy, name), random_))
            done = subprocess.run([program, 'report', '-q', copy, '-o', os.path.join(scratch, 'page.html')], stderr=subprocess.PIPE, timeout=60)
            ends[done.returncode] = ends.get(done.returncode, 0) + 1
            if done.returncode not in (0, 4) or b'Sanitizer' in done.stderr or b'runtime error' in done.stderr:
                wrong += 1
                print('change', i, 'ended with', done.returncode, done.stderr[-600:].decode(errors='replace'))
    print(n, 'changes:', ends)
    if sorted(ends) != [0, 4]:
        print('expected both pages and errors')
        return True
    return wrong > 0


def poison(value, key=''):
    if isinstance(value, dict):
        return {k: poison(v, k) for k, v in value.items()}
    if isinstance(value, list):
        return [poison(v, key) for v in value]
    if isinstance(value, str) and key in ('title', 'unit', 'by', 'on', 'note', 'assumption', 'reason', 'value', 'path', 'kind'):
        return value + EVIL[len(value) % len(EVIL)]
    return value


def hostile(folder):
    write(folder, 'facts.json', json.dumps(poison(json.loads(read(folder, 'facts.json')))).encode())
    write(folder, 'summary.txt', '\n'.join(EVIL).encode() + read(folder, 'summary.txt'))
    for name in ('proposals.csv', 'decides.csv', 'prices.csv', 'solutions.csv'):
        head, *rows = read(folder, name).decode().splitlines()
        columns = head.split(',')
        for column in ('blocker', 'blocking_issue', 'proposal', 'number', 'solution', 'change_1', 'gives', 'from'):
            if column in columns and rows:
                cells = rows[0].split(',')
                cells[columns.index(column)] = '"' + EVIL[len(column) % len(EVIL)].replace('"', '""') + '"'
                rows[0] = ','.join(cells)
                break
        write(folder, name, '\n'.join([head, *rows, '']).encode())
    manifest = json.loads(read(folder, 'manifest.json'))
    for key in ('title', 'version', 'compiler', 'build', 'text_hash', 'as_of', 'scenario'):
        manifest[key] = EVIL[len(key) % len(EVIL)]
    manifest['command'] += ' ' + EVIL[0]
    with open(os.path.join(folder, 'manifest.json'), 'w') as file:
        json.dump(manifest, file)


if sys.argv[1] == 'try':
    sys.exit(1 if try_all(sys.argv[2], sys.argv[3], int(sys.argv[4])) else 0)
hostile(sys.argv[2])
