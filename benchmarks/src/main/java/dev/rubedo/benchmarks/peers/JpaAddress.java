package dev.rubedo.benchmarks.peers;

import dev.rubedo.benchmarks.Rows;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.jspecify.annotations.NullUnmarked;

/** An address for the contenders with annotations of JPA. Confined to one thread at a time. */
@NullUnmarked
@Entity
@Table(name = "addresses")
public class JpaAddress {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "address_ids")
    @SequenceGenerator(name = "address_ids", sequenceName = "address_ids", allocationSize = 1000) private Long id;
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "user_id") private JpaUser user;
    @Column(length = 100, nullable = false) private String email;
    @Column(length = 50, nullable = false) private String city;

    protected JpaAddress() {}

    JpaAddress(JpaUser user, int row, int number) {
        this.user = user;
        email = Rows.addressEmail(row, number);
        city = Rows.city(row, number);
    }

    public Long getId() {
        return id;
    }

    public JpaUser getUser() {
        return user;
    }

    long digest() {
        return Rows.digest(email, city);
    }
}
