module oddsline/quotes

go 1.18
