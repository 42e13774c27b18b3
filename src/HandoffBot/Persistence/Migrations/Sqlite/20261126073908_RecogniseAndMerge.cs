using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HandoffBot.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class RecogniseAndMerge : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "ix_contacts_team_email", table: "contacts");

            migrationBuilder.AddColumn<int>(
                name: "joins_within_days",
                table: "teams",
                type: "INTEGER",
                nullable: false,
                defaultValue: 30
            );

            migrationBuilder.AddColumn<int>(
                name: "absorbed",
                table: "leads",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0
            );

            migrationBuilder.AddColumn<long>(name: "asked_again_at", table: "leads", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "before_merge",
                table: "leads",
                type: "TEXT",
                maxLength: 2048,
                nullable: true
            );

            migrationBuilder.AddColumn<long>(name: "former", table: "leads", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "resembles",
                table: "leads",
                type: "TEXT",
                maxLength: 128,
                nullable: true
            );

            migrationBuilder.AddColumn<long>(name: "merged_into", table: "leads", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<long>(name: "contact_id", table: "lead_words", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<long>(name: "campaign_id", table: "inquiries", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "city",
                table: "inquiries",
                type: "TEXT",
                maxLength: 128,
                nullable: true
            );

            migrationBuilder.AddColumn<long>(name: "contact_id", table: "inquiries", type: "INTEGER", nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "product",
                table: "inquiries",
                type: "TEXT",
                maxLength: 256,
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "extension",
                table: "contacts",
                type: "TEXT",
                maxLength: 16,
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "mailbox",
                table: "contacts",
                type: "TEXT",
                maxLength: 320,
                nullable: true
            );

            // As it was compared until now; an address is looked up in its own spelling too.
            migrationBuilder.Sql("update contacts set mailbox = email where email is not null");
            migrationBuilder.Sql(
                "update leads set asked_again_at = (select max(i.received_at) from inquiries i where i.lead = leads.id) "
                    + "where inquiries > 1 and closed_at is null"
            );

            migrationBuilder.CreateIndex(name: "ix_leads_merged_into", table: "leads", column: "merged_into");

            migrationBuilder.CreateIndex(name: "ix_inquiries_contact_id", table: "inquiries", column: "contact_id");

            migrationBuilder.CreateIndex(
                name: "ix_contacts_team_mailbox",
                table: "contacts",
                columns: new[] { "team", "mailbox" }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "ix_leads_merged_into", table: "leads");

            migrationBuilder.DropIndex(name: "ix_inquiries_contact_id", table: "inquiries");

            migrationBuilder.DropIndex(name: "ix_contacts_team_mailbox", table: "contacts");

            migrationBuilder.DropColumn(name: "joins_within_days", table: "teams");

            migrationBuilder.DropColumn(name: "absorbed", table: "leads");

            migrationBuilder.DropColumn(name: "asked_again_at", table: "leads");

            migrationBuilder.DropColumn(name: "before_merge", table: "leads");

            migrationBuilder.DropColumn(name: "former", table: "leads");

            migrationBuilder.DropColumn(name: "resembles", table: "leads");

            migrationBuilder.DropColumn(name: "merged_into", table: "leads");

            migrationBuilder.DropColumn(name: "contact_id", table: "lead_words");

            migrationBuilder.DropColumn(name: "campaign_id", table: "inquiries");

            migrationBuilder.DropColumn(name: "city", table: "inquiries");

            migrationBuilder.DropColumn(name: "contact_id", table: "inquiries");

            migrationBuilder.DropColumn(name: "product", table: "inquiries");

            migrationBuilder.DropColumn(name: "extension", table: "contacts");

            migrationBuilder.DropColumn(name: "mailbox", table: "contacts");

            migrationBuilder.CreateIndex(
                name: "ix_contacts_team_email",
                table: "contacts",
                columns: new[] { "team", "email" }
            );
        }
    }
}
