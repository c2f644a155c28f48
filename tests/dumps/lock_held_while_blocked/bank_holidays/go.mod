module hr/calendar

go 1.21
