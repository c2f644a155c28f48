// Package store has the members and their points.
package store

import (
	"errors"
	"time"

	"gorm.io/driver/postgres"
	"gorm.io/gorm"
	"gorm.io/gorm/clause"
	"gorm.io/gorm/logger"
	"gorm.io/gorm/schema"
)

// ErrTooFew says that a member has not enough points.
var ErrTooFew = errors.New("too few points")

// Member has points.
type Member struct {
	ID     uint
	Points int
}

// Redemption is the record of points that were spent.
type Redemption struct {
	ID        uint
	MemberID  uint
	Points    int
	CreatedAt time.Time
}

// Members is the table.
type Members struct{ db *gorm.DB }

// Connect opens the database and makes the tables of one brand, which has a schema of its own.
func Connect(dsn, brand string) (*Members, error) {
	db, err := gorm.Open(postgres.Open(dsn), &gorm.Config{
		Logger:         logger.Discard,
		NamingStrategy: schema.NamingStrategy{TablePrefix: brand + "."},
	})
	if err != nil {
		return nil, err
	}
	if err := db.Exec("create schema if not exists " + brand).Error; err != nil {
		return nil, err
	}
	pool, err := db.DB()
	if err != nil {
		return nil, err
	}
	pool.SetMaxOpenConns(10)
	pool.SetConnMaxLifetime(30 * time.Minute)
	if err := db.AutoMigrate(&Member{}, &Redemption{}); err != nil {
		return nil, err
	}
	rows := make([]Member, 0, 500)
	for i := 1; i <= 500; i++ {
		rows = append(rows, Member{ID: uint(i), Points: i % 40})
	}
	return &Members{db: db}, db.Clauses(clause.OnConflict{DoNothing: true}).CreateInBatches(rows, 100).Error
}

// Redeem spends points.
func (m *Members) Redeem(id uint, points int) (int, error) {
	tx := m.db.Begin()
	if tx.Error != nil {
		return 0, tx.Error
	}
	var member Member
	if err := tx.Clauses(clause.Locking{Strength: "UPDATE"}).First(&member, id).Error; err != nil {
		tx.Rollback()
		return 0, err
	}
	if member.Points < points {
		return member.Points, ErrTooFew
	}
	member.Points -= points
	if err := tx.Save(&member).Error; err != nil {
		tx.Rollback()
		return 0, err
	}
	if err := tx.Create(&Redemption{MemberID: id, Points: points}).Error; err != nil {
		tx.Rollback()
		return 0, err
	}
	return member.Points, tx.Commit().Error
}
