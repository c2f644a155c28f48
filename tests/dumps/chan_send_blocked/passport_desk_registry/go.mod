module border.gov.ee/desk

go 1.21
