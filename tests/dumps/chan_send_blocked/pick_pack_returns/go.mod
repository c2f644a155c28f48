module hallenlogistik.de/mfc

go 1.20
