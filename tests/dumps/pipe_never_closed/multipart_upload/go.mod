module scanroom/archiver

go 1.22
