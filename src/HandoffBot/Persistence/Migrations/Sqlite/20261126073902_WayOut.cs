using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HandoffBot.Persistence.Migrations.Sqlite
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
                    seq = table.Column<long>(type: "INTEGER", nullable: false).Annotation("Sqlite:Autoincrement", true),
                    webhook = table.Column<long>(type: "INTEGER", nullable: false),
                    lead = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    message_id = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    tries = table.Column<int>(type: "INTEGER", nullable: false),
                    done_at = table.Column<long>(type: "INTEGER", nullable: true),
                    status = table.Column<int>(type: "INTEGER", nullable: true),
                    trouble = table.Column<string>(type: "TEXT", maxLength: 24, nullable: true),
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
                    id = table.Column<long>(type: "INTEGER", nullable: false).Annotation("Sqlite:Autoincrement", true),
                    team = table.Column<int>(type: "INTEGER", nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 1024, nullable: false),
                    secret = table.Column<string>(type: "TEXT", maxLength: 96, nullable: false),
                    old_secret = table.Column<string>(type: "TEXT", maxLength: 96, nullable: true),
                    old_secret_until = table.Column<long>(type: "INTEGER", nullable: true),
                    secret_shown_at = table.Column<long>(type: "INTEGER", nullable: true),
                    off_because = table.Column<string>(type: "TEXT", maxLength: 24, nullable: true),
                    off_since = table.Column<long>(type: "INTEGER", nullable: true),
                    failing_since = table.Column<long>(type: "INTEGER", nullable: true),
                    last_missed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    silences = table.Column<int>(type: "INTEGER", nullable: false),
                    paused_until = table.Column<long>(type: "INTEGER", nullable: true),
                    told_at = table.Column<long>(type: "INTEGER", nullable: true),
                    last_taken_at = table.Column<long>(type: "INTEGER", nullable: true),
                    test_by = table.Column<long>(type: "INTEGER", nullable: true),
                    test_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
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
