empty = Write something first.
too-long = These are { NUMBER($length) } characters, { NUMBER($most) } fit. Cut it in two.
