module ferries.example/quotes

go 1.18
