module wortschatz/dict

go 1.21
