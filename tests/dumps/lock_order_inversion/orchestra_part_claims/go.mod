module sheetlibrary.org/parts

go 1.18
