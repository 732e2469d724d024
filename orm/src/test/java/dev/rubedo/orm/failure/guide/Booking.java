package dev.rubedo.orm.failure.guide;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import org.jspecify.annotations.Nullable;

/** What a guest booked. Confined to one thread at a time. */
@Entity(table = "bookings")
public final class Booking extends BookingBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 20)
        @Nullable
        String room();

        @ForeignKey("guests.id")
        @Nullable
        Long guestId();

        @Relationship(backPopulates = "bookings")
        @Nullable
        Guest guest();
    }
}
