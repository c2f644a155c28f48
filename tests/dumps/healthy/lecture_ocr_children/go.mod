module lecture.example/ocr

go 1.18
