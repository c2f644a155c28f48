module lockmill.org/tides

go 1.18
