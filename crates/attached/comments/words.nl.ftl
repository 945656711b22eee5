empty = Schrijf eerst iets.
too-long = Dit zijn { NUMBER($length) } tekens, er passen er { NUMBER($most) }. Knip het in tweeën.
