module kaeserei.ch/ripening

go 1.18
