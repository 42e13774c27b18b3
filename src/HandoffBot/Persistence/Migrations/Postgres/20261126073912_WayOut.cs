using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace HandoffBot.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class WayOut : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "webhook_deliveries");

            migrationBuilder.DropTable(name: "webhooks");
        }
    }
}
