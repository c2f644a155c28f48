module gitlab.kontor.example/freight/quotes

go 1.22
