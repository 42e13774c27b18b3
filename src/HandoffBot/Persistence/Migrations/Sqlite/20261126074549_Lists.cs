using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HandoffBot.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Lists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "is_arriving",
                table: "leads",
                type: "INTEGER",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.AddColumn<long>(name: "list_id", table: "leads", type: "INTEGER", nullable: true);

            migrationBuilder.CreateTable(
                name: "lists",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false).Annotation("Sqlite:Autoincrement", true),
                    team = table.Column<int>(type: "INTEGER", nullable: false),
                    by = table.Column<long>(type: "INTEGER", nullable: false),
                    file_id = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    copy_name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    sent_at = table.Column<long>(type: "INTEGER", nullable: false),
                    dialogue = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    reading = table.Column<string>(type: "TEXT", nullable: true),
                    source_name = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    source_id = table.Column<long>(type: "INTEGER", nullable: true),
                    without_wrong = table.Column<bool>(type: "INTEGER", nullable: false),
                    taken_at = table.Column<long>(type: "INTEGER", nullable: true),
                    settled_at = table.Column<long>(type: "INTEGER", nullable: true),
                    shown = table.Column<int>(type: "INTEGER", nullable: false),
                    shown_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lists", x => x.id);
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_leads_team_list_id_waiting_since",
                table: "leads",
                columns: new[] { "team", "list_id", "waiting_since" },
                filter: "status = 'New'"
            );

            migrationBuilder.CreateIndex(name: "ix_lists_state", table: "lists", column: "state");

            migrationBuilder.CreateIndex(
                name: "ix_lists_team_hash",
                table: "lists",
                columns: new[] { "team", "hash" },
                unique: true,
                filter: "state in ('Loading', 'Joining', 'Done')"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "lists");

            migrationBuilder.DropIndex(name: "ix_leads_team_list_id_waiting_since", table: "leads");

            migrationBuilder.DropColumn(name: "is_arriving", table: "leads");

            migrationBuilder.DropColumn(name: "list_id", table: "leads");
        }
    }
}
