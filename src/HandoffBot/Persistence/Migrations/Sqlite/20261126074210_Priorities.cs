using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HandoffBot.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Priorities : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "high_ladder",
                table: "teams",
                type: "TEXT",
                maxLength: 512,
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "low_ladder",
                table: "teams",
                type: "TEXT",
                maxLength: 512,
                nullable: true
            );

            migrationBuilder.AddColumn<int>(
                name: "priority",
                table: "sources",
                type: "INTEGER",
                maxLength: 24,
                nullable: false,
                defaultValue: 0
            );

            migrationBuilder.AddColumn<string>(
                name: "quiet",
                table: "people",
                type: "TEXT",
                maxLength: 128,
                nullable: true
            );

            migrationBuilder.AddColumn<int>(
                name: "priority",
                table: "leads",
                type: "INTEGER",
                maxLength: 24,
                nullable: false,
                defaultValue: 0
            );

            migrationBuilder.AddColumn<string>(
                name: "snoozed_for",
                table: "leads",
                type: "TEXT",
                maxLength: 24,
                nullable: true
            );

            migrationBuilder.CreateTable(
                name: "handovers",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false).Annotation("Sqlite:Autoincrement", true),
                    team = table.Column<int>(type: "INTEGER", nullable: false),
                    from = table.Column<long>(type: "INTEGER", nullable: false),
                    to = table.Column<long>(type: "INTEGER", nullable: false),
                    leads = table.Column<string>(type: "TEXT", maxLength: 4096, nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    answered_at = table.Column<long>(type: "INTEGER", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_handovers", x => x.id);
                }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "handovers");

            migrationBuilder.DropColumn(name: "high_ladder", table: "teams");

            migrationBuilder.DropColumn(name: "low_ladder", table: "teams");

            migrationBuilder.DropColumn(name: "priority", table: "sources");

            migrationBuilder.DropColumn(name: "quiet", table: "people");

            migrationBuilder.DropColumn(name: "priority", table: "leads");

            migrationBuilder.DropColumn(name: "snoozed_for", table: "leads");
        }
    }
}
