package dev.rubedo.benchmarks.peers;

import dev.rubedo.benchmarks.Rows;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;

/** The row of a user for the contenders with annotations of JPA, with a sequence of 1000. Confined to one thread at a time. */
@NullUnmarked
@Entity
@Table(name = "users")
public class JpaUser {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "user_ids")
    @SequenceGenerator(name = "user_ids", sequenceName = "user_ids", allocationSize = 1000) private Long id;
    @Column(length = 50, nullable = false) private String name;
    @Column(length = 100, nullable = false) private String email;
    @Column(nullable = false) private int age;
    @Column(nullable = false) private LocalDateTime created;
    @Column(precision = 10, scale = 2, nullable = false) private BigDecimal score;
    @Column(length = 200) private String bio;
    @OneToMany(mappedBy = "user", cascade = CascadeType.PERSIST) private List<JpaAddress> addresses = new ArrayList<>();

    protected JpaUser() {}

    JpaUser(int row) {
        name = Rows.name(row);
        email = Rows.email(row);
        age = Rows.age(row);
        created = Rows.created(row);
        score = Rows.score(row);
        bio = Rows.bio(row);
    }

    public Long getId() {
        return id;
    }

    public int getAge() {
        return age;
    }

    public void setAge(int age) {
        this.age = age;
    }

    public List<JpaAddress> getAddresses() {
        return addresses;
    }

    long digest() {
        return Rows.digest(id, name, email, age, created, score, bio);
    }

    static long digest(List<JpaUser> users) {
        long digest = 0;
        for (JpaUser user : users) {
            digest += user.digest();
        }
        return digest;
    }

    static long graph(List<JpaUser> users) {
        long digest = digest(users);
        for (JpaUser user : users) {
            for (JpaAddress address : user.getAddresses()) {
                digest += address.digest();
            }
        }
        return digest;
    }

    static long ids(List<JpaUser> users) {
        long sum = 0;
        for (JpaUser user : users) {
            sum += user.getId();
            for (JpaAddress address : user.getAddresses()) {
                sum += address.getId();
            }
        }
        return sum;
    }

    /** Returns new users, with addresses or without. */
    static List<JpaUser> make(int count, int addresses) {
        List<JpaUser> users = new ArrayList<>();
        for (int row = 0; row < count; row++) {
            JpaUser user = new JpaUser(row);
            for (int number = 0; number < addresses; number++) {
                user.getAddresses().add(new JpaAddress(user, row, number));
            }
            users.add(user);
        }
        return users;
    }

    static void change(List<JpaUser> users, int step) {
        for (int i = 0; i < users.size(); i += step) {
            JpaUser user = users.get(i);
            user.setAge(Rows.nextAge(user.getAge()));
        }
    }
}
