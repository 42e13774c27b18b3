using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace HandoffBot.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ListsJoinsAndTheWayOut : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "ix_contacts_team_email", table: "contacts");

            migrationBuilder.AddColumn<int>(
                name: "joins_within_days",
                table: "teams",
                type: "integer",
                nullable: false,
                defaultValue: 30
            );

            migrationBuilder.AddColumn<int>(
                name: "absorbed",
                table: "leads",
                type: "integer",
                nullable: false,
                defaultValue: 0
            );

            migrationBuilder.AddColumn<long>(name: "asked_again_at", table: "leads", type: "bigint", nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "before_merge",
                table: "leads",
                type: "character varying(2048)",
                maxLength: 2048,
                nullable: true
            );

            migrationBuilder.AddColumn<long>(name: "former", table: "leads", type: "bigint", nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_arriving",
                table: "leads",
                type: "boolean",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.AddColumn<long>(name: "list_id", table: "leads", type: "bigint", nullable: true);

            migrationBuilder.AddColumn<long>(name: "merged_into", table: "leads", type: "bigint", nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "resembles",
                table: "leads",
                type: "character varying(128)",
                maxLength: 128,
                nullable: true
            );

            migrationBuilder.AddColumn<long>(name: "contact_id", table: "lead_words", type: "bigint", nullable: true);

            migrationBuilder.AddColumn<long>(name: "campaign_id", table: "inquiries", type: "bigint", nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "city",
                table: "inquiries",
                type: "character varying(128)",
                maxLength: 128,
                nullable: true
            );

            migrationBuilder.AddColumn<long>(name: "contact_id", table: "inquiries", type: "bigint", nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "product",
                table: "inquiries",
                type: "character varying(256)",
                maxLength: 256,
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "extension",
                table: "contacts",
                type: "character varying(16)",
                maxLength: 16,
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "mailbox",
                table: "contacts",
                type: "character varying(320)",
                maxLength: 320,
                nullable: true
            );

            migrationBuilder.CreateTable(
                name: "lists",
                columns: table => new
                {
                    id = table
                        .Column<long>(type: "bigint", nullable: false)
                        .Annotation(
                            "Npgsql:ValueGenerationStrategy",
                            NpgsqlValueGenerationStrategy.IdentityByDefaultColumn
                        ),
                    team = table.Column<int>(type: "integer", nullable: false),
                    by = table.Column<long>(type: "bigint", nullable: false),
                    file_id = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    file_name = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    bytes = table.Column<long>(type: "bigint", nullable: false),
                    copy_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    sent_at = table.Column<long>(type: "bigint", nullable: false),
                    dialogue = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    reading = table.Column<string>(type: "text", nullable: true),
                    source_name = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    source_id = table.Column<long>(type: "bigint", nullable: true),
                    without_wrong = table.Column<bool>(type: "boolean", nullable: false),
                    taken_at = table.Column<long>(type: "bigint", nullable: true),
                    settled_at = table.Column<long>(type: "bigint", nullable: true),
                    shown = table.Column<int>(type: "integer", nullable: false),
                    shown_at = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lists", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "webhook_deliveries",
                columns: table => new
                {
                    seq = table
                        .Column<long>(type: "bigint", nullable: false)
                        .Annotation(
                            "Npgsql:ValueGenerationStrategy",
                            NpgsqlValueGenerationStrategy.IdentityByDefaultColumn
                        ),
                    webhook = table.Column<long>(type: "bigint", nullable: false),
                    lead = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    message_id = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    due_at = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    done_at = table.Column<long>(type: "bigint", nullable: true),
                    status = table.Column<int>(type: "integer", nullable: true),
                    trouble = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_webhook_deliveries", x => x.seq);
                }
            );

            migrationBuilder.CreateTable(
                name: "webhooks",
                columns: table => new
                {
                    id = table
                        .Column<long>(type: "bigint", nullable: false)
                        .Annotation(
                            "Npgsql:ValueGenerationStrategy",
                            NpgsqlValueGenerationStrategy.IdentityByDefaultColumn
                        ),
                    team = table.Column<int>(type: "integer", nullable: false),
                    address = table.Column<string>(type: "character varying(1024)", maxLength: 1024, nullable: false),
                    secret = table.Column<string>(type: "character varying(96)", maxLength: 96, nullable: false),
                    old_secret = table.Column<string>(type: "character varying(96)", maxLength: 96, nullable: true),
                    old_secret_until = table.Column<long>(type: "bigint", nullable: true),
                    secret_shown_at = table.Column<long>(type: "bigint", nullable: true),
                    off_because = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                    off_since = table.Column<long>(type: "bigint", nullable: true),
                    failing_since = table.Column<long>(type: "bigint", nullable: true),
                    last_missed_at = table.Column<long>(type: "bigint", nullable: true),
                    silences = table.Column<int>(type: "integer", nullable: false),
                    paused_until = table.Column<long>(type: "bigint", nullable: true),
                    told_at = table.Column<long>(type: "bigint", nullable: true),
                    last_taken_at = table.Column<long>(type: "bigint", nullable: true),
                    test_by = table.Column<long>(type: "bigint", nullable: true),
                    test_at = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_webhooks", x => x.id);
                }
            );

            migrationBuilder.CreateIndex(name: "ix_leads_merged_into", table: "leads", column: "merged_into");

            migrationBuilder.CreateIndex(
                name: "ix_leads_team_list_id_waiting_since",
                table: "leads",
                columns: new[] { "team", "list_id", "waiting_since" },
                filter: "status = 'New'"
            );

            migrationBuilder.CreateIndex(name: "ix_inquiries_contact_id", table: "inquiries", column: "contact_id");

            migrationBuilder.CreateIndex(
                name: "ix_contacts_team_mailbox",
                table: "contacts",
                columns: new[] { "team", "mailbox" }
            );

            migrationBuilder.CreateIndex(name: "ix_lists_state", table: "lists", column: "state");

            migrationBuilder.CreateIndex(
                name: "ix_lists_team_hash",
                table: "lists",
                columns: new[] { "team", "hash" },
                unique: true,
                filter: "state in ('Loading', 'Joining', 'Done')"
            );

            migrationBuilder.CreateIndex(
                name: "ix_webhook_deliveries_done_at",
                table: "webhook_deliveries",
                column: "done_at"
            );

            migrationBuilder.CreateIndex(
                name: "ix_webhook_deliveries_webhook_due_at",
                table: "webhook_deliveries",
                columns: new[] { "webhook", "due_at" },
                filter: "state = 'Pending'"
            );

            migrationBuilder.CreateIndex(
                name: "ix_webhook_deliveries_webhook_lead_number",
                table: "webhook_deliveries",
                columns: new[] { "webhook", "lead", "number" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "ix_webhooks_team", table: "webhooks", column: "team", unique: true);

            migrationBuilder.Sql("update contacts set mailbox = email where email is not null");
            migrationBuilder.Sql(
                "update leads set asked_again_at = (select max(i.received_at) from inquiries i where i.lead = leads.id) "
                    + "where inquiries > 1 and closed_at is null"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "lists");

            migrationBuilder.DropTable(name: "webhook_deliveries");

            migrationBuilder.DropTable(name: "webhooks");

            migrationBuilder.DropIndex(name: "ix_leads_merged_into", table: "leads");

            migrationBuilder.DropIndex(name: "ix_leads_team_list_id_waiting_since", table: "leads");

            migrationBuilder.DropIndex(name: "ix_inquiries_contact_id", table: "inquiries");

            migrationBuilder.DropIndex(name: "ix_contacts_team_mailbox", table: "contacts");

            migrationBuilder.DropColumn(name: "joins_within_days", table: "teams");

            migrationBuilder.DropColumn(name: "absorbed", table: "leads");

            migrationBuilder.DropColumn(name: "asked_again_at", table: "leads");

            migrationBuilder.DropColumn(name: "before_merge", table: "leads");

            migrationBuilder.DropColumn(name: "former", table: "leads");

            migrationBuilder.DropColumn(name: "is_arriving", table: "leads");

            migrationBuilder.DropColumn(name: "list_id", table: "leads");

            migrationBuilder.DropColumn(name: "merged_into", table: "leads");

            migrationBuilder.DropColumn(name: "resembles", table: "leads");

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
