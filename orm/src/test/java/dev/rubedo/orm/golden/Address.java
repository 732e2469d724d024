package dev.rubedo.orm.golden;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Loading;
import dev.rubedo.mapping.Relationship;
import org.jspecify.annotations.Nullable;

/** An address of a user. Confined to one thread at a time. */
@Entity(table = "addresses")
public final class Address extends AddressBase {
    interface Mapped {
        @Id
        Integer id();

        @ForeignKey("users.id")
        Integer userId();

        @Column(length = 100)
        @Nullable
        String street();

        @Column(length = 50)
        @Nullable
        String city();

        @Column(length = 10)
        @Nullable
        String zip();

        @Relationship(backPopulates = "addresses", loading = Loading.LAZY)
        User user();
    }
}
