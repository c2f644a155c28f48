module segelflug.at/winch

go 1.18
