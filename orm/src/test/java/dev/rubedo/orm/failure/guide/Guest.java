package dev.rubedo.orm.failure.guide;

import dev.rubedo.mapping.Check;
import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import dev.rubedo.mapping.Unique;
import dev.rubedo.mapping.Version;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A guest, whose row has constraints of each kind. Confined to one thread at a time. */
@Entity(table = "guests")
@Unique(name = "uq_guests_first_last", on = {"firstName", "lastName"})
@Check(name = "ck_guests_seats", sql = "seats > 0")
public final class Guest extends GuestBase {
    interface Mapped {
        @Id
        Long id();

        @Column(name = "first", length = 20)
        String firstName();

        @Column(name = "last", length = 20)
        String lastName();

        @Column(length = 50, unique = true)
        @Nullable
        String email();

        int seats();

        @Version
        int version();

        @Relationship(backPopulates = "guest")
        List<Booking> bookings();
    }

    Guest() {}

    /** Creates a guest. */
    public Guest(String firstName, String lastName) {
        firstName(firstName).lastName(lastName).seats(1);
    }
}
