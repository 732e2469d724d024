package dev.rubedo.orm.inheritance.archive;

import static dev.rubedo.orm.Orm.caseWhen;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Formula;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Polymorphic;
import dev.rubedo.sql.Expression;

/** A root whose discriminator is a formula. Confined to one thread at a time. */
@Entity(table = "papers")
@Polymorphic(on = "kind", identity = "sheet")
public class Paper extends PaperBase {

    interface Mapped {
        @Id
        Long id();

        @Column(length = 30)
        String title();

        int pages();
    }

    Paper() {}

    Paper(String title, int pages) {
        title(title).pages(pages);
    }

    @Formula
    static Expression<String> kind(Paper_ paper) {
        return caseWhen(paper.pages.gt(100), "book").when(paper.pages.gt(1), "booklet").otherwise("sheet");
    }
}
