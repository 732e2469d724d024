package dev.rubedo.benchmarks;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.jspecify.annotations.NullUnmarked;

/** The same row for Hibernate, with a pooled sequence of 1000. Confined to one thread at a time. */
@NullUnmarked
@Entity
@Table(name = "users")
public class HibernateUser {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "user_ids")
    @SequenceGenerator(name = "user_ids", sequenceName = "user_ids", allocationSize = 1000) Long id;
    @Column(length = 50, nullable = false) String name;
    @Column(length = 100, nullable = false) String email;
    @Column(nullable = false) int age;
    @Column(nullable = false) LocalDateTime created;
    @Column(precision = 10, scale = 2, nullable = false) BigDecimal score;
    @Column(length = 200) String bio;

    HibernateUser() {}

    HibernateUser(int row) {
        name = Rows.name(row);
        email = Rows.email(row);
        age = Rows.age(row);
        created = Rows.created(row);
        score = Rows.score(row);
        bio = Rows.bio(row);
    }
}
