module rechnung.cloud/pdf

go 1.21
