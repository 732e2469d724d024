package blog;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.OnDelete;
import dev.rubedo.mapping.Relationship;

/** A foreign key that is declared. */
@Entity(table = "addresses")
public final class Address extends AddressBase {

    interface Mapped {
        @Id Long id();

        @Column(name = "email_address", length = 100) String email();

        @ForeignKey(value = "shop.users.id", onDelete = OnDelete.CASCADE) Long userId();

        @Relationship(backPopulates = "addresses") User user();
    }
}
