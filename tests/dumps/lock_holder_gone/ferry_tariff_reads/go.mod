module example.org/ferry/tariffs

go 1.18
