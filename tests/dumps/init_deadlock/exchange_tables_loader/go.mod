module bourse.lu/clearing

go 1.26
