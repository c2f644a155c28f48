module speditor.example/labels

go 1.18
