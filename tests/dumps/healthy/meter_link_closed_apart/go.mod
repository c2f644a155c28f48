module gridsense.fr/concentrator

go 1.27
